"""Prints "run failed skipped" of a JUnit report as pytest writes it; a report that is not there counts as one failure."""
import sys
import xml.etree.ElementTree as xml

try:
    suites = xml.parse(sys.argv[1]).getroot().findall("testsuite")
except (OSError, xml.ParseError):
    print("1 1 0")
else:
    print(*(sum(int(suite.get(name)) for suite in suites for name in names) for names in (["tests"], ["failures", "errors"], ["skipped"])))
