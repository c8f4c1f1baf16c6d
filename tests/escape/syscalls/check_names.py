"""The reviewed table of system calls is whole, its names are the kernel's, and the filter names nothing that it lacks.

    check_names.py TABLE FILTER.C
"""
import re
import sys

HEADER = "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"
LAST = 547
# The lists of filter.c, and what the table must say of each name in them.
LISTS = {"allowed": {"allow", "allow-ends"}, "refused": {"EPERM"}, "read_only": {"EROFS"}, "fatal": {"kill"}}


def read_table(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
    return rows


def kernel_numbers():
    with open(HEADER, encoding="utf-8") as file:
        return {int(number): name for name, number in re.findall(r"#define __NR_(\w+) (\d+)", file.read())}


def filter_lists(text):
    """{list: names}, and the names that have rules on their arguments."""
    lists = {name: re.findall(r'"(\w+)"', body)
             for name, body in re.findall(r"static const char \*const (\w+)\[\] = \{(.*?)\bNULL\b", text, re.S)}
    by_argument = set(re.findall(r"SCMP_SYS\((\w+)\)", text))
    return lists, by_argument, re.findall(r'\(const char \*const\[\]\)\{ "(\w+)", NULL \}', text)


def findings(rows, kernel, text):
    native = [row for row in rows if row[0].isdigit()]
    names = {int(row[0]): row[1] for row in native}
    musts = {}
    for row in native:
        musts.setdefault(row[1], set()).add(row[2])
    yield from (f"number {number} is not in the table" for number in range(LAST + 1) if number not in names)
    yield from (f"number {row[0]} has two names" for row in native if names[int(row[0])] != row[1])
    yield from (f"row twice: {row[0]} {row[3]}" for i, row in enumerate(rows)
                if (row[0], row[3]) in {(other[0], other[3]) for other in rows[:i]})
    yield from (f"{number} is {name}, not {names.get(number)}" for number, name in kernel.items()
                if number <= LAST and names.get(number) != name)
    order = [int(row[0]) for row in native]
    if order != sorted(order):
        yield "the numbers are not in order"

    lists, by_argument, single = filter_lists(text)
    if set(lists) != set(LISTS) or not by_argument or not single:
        yield f"filter.c is not read as it was: {sorted(lists)}, {sorted(by_argument)}, {single}"
    seen = []
    for name, members in lists.items():
        seen += members
        yield from (f"'{member}' is in '{name}' of the filter and {sorted(musts.get(member, {'absent'}))} in the table"
                    for member in members if not musts.get(member, {"absent"}) <= LISTS.get(name, set()))
    seen += single + sorted(by_argument)
    yield from (f"the filter has '{name}', which the table lacks" for name in set(seen) - set(musts))
    yield from (f"'{name}' stands twice in the filter" for name in set(seen) if seen.count(name) > 1)
    yield from (f"'{name}' has an answer in the table and none in the filter" for name in set(musts) - set(seen)
                if not musts[name] <= {"ENOSYS", "past"})


def main(table, filter_source):
    with open(filter_source, encoding="utf-8") as file:
        found = list(findings(read_table(table), kernel_numbers(), file.read()))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
