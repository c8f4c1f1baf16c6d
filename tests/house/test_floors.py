"""The floors are refused at configuration: an upward use, a sideways use, an undeclared #include; and a good house passes."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CMAKE = pathlib.Path(sys.argv.pop(1)) / "cmake"

HOUSE = """cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES C)
list(APPEND CMAKE_MODULE_PATH {cmake})
include(Warnings)
include(Floors)
add_subdirectory(cellar)
add_subdirectory(attic)
"""


def configure(cellar, attic, attic_source="int attic(void) { return 0; }\n"):
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        (root / "CMakeLists.txt").write_text(HOUSE.format(cmake=CMAKE))
        for name, library, source in (("cellar", cellar, "int cellar(void) { return 0; }\n"), ("attic", attic, attic_source)):
            (root / name / "include" / name).mkdir(parents=True)
            (root / name / "include" / name / f"{name}.h").write_text(f"int {name}(void);\n")
            (root / name / f"{name}.c").write_text(source)
            (root / name / "CMakeLists.txt").write_text(library)
        done = subprocess.run(["cmake", "-S", scratch, "-B", scratch + "/build"], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


GOOD = "bareme_library(cellar FLOOR 0 SOURCES cellar.c)\n"


class Floors(unittest.TestCase):
    def refused(self, words, *house):
        status, said = configure(*house)
        self.assertNotEqual(status, 0, said)
        self.assertIn(words, " ".join(said.split()))

    def test_good_house(self):
        status, said = configure(GOOD, "bareme_library(attic FLOOR 1 SOURCES attic.c USES cellar)\n", '#include "cellar/cellar.h"\n')
        self.assertEqual(status, 0, said)

    def test_sideways(self):
        self.refused("only strictly lower floors", GOOD, "bareme_library(attic FLOOR 0 SOURCES attic.c USES cellar)\n")

    def test_upward(self):
        self.refused("only lower floors may be used", "bareme_library(cellar FLOOR 0 SOURCES cellar.c USES attic)\n",
                     "bareme_library(attic FLOOR 1 SOURCES attic.c)\n")

    def test_undeclared_include(self):
        self.refused("does not declare", GOOD, "bareme_library(attic FLOOR 1 SOURCES attic.c)\n", '#include "cellar/cellar.h"\n')


if __name__ == "__main__":
    unittest.main()
