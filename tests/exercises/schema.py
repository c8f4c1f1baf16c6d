"""The published schema is the one that the engine prints, and an independent validator accepts every shipped
exercise with it and refuses spoilt ones.

    schema.py ROOT BINARY [--write]
"""
import copy
import json
import pathlib
import subprocess
import sys

import jsonschema

root, binary = pathlib.Path(sys.argv[1]), sys.argv[2]
published = root / "docs/exercise-1.schema.json"
printed = subprocess.run([binary, "schema"], capture_output=True, check=True).stdout
if "--write" in sys.argv:
    published.write_bytes(printed)
if published.read_bytes() != printed:
    sys.exit(f"{published} is not what `bareme schema` prints: run this with --write")

schema = json.loads(printed)
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
validate = validator(schema)


def spoil(exercise):
    """Copies that must be refused, with the reason."""
    def changed(change):
        other = copy.deepcopy(exercise)
        change(other)
        return other

    yield "an unknown key", changed(lambda e: e.update(titre="x"))
    yield "no question", changed(lambda e: e.pop("questions"))
    yield "a key of a question", changed(lambda e: e["questions"][0].update(entyr="x"))
    yield "an unknown kind", changed(lambda e: e["questions"][0].update(kind="python"))
    yield "another format", changed(lambda e: e.update(format=2))


count = 0
for path in sorted(root.glob("exercises/**/exercise.json")):
    exercise = json.loads(path.read_text(encoding="utf-8"))
    errors = [f"{path}: {error.json_path}: {error.message}" for error in validate.iter_errors(exercise)]
    if errors:
        sys.exit("\n".join(errors))
    for reason, spoilt in spoil(exercise):
        if validate.is_valid(spoilt):
            sys.exit(f"{path}: the schema accepts {reason}")
    count += 1
if count < 15:
    sys.exit(f"only {count} exercises found")
