"""Papermill's parameters as Java. Papermill loads this package as one of its engines, which is when it learns Java."""
import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(r"^\s*(?:final\s+)?([A-Za-z_][\w.<>\[\], ]*?)\s+(\w+)\s*=\s*(.+?);\s*(?://\s*(.*))?$")


class JavaTranslator(Translator):
    """Each parameter becomes a declaration, which takes the place of the one in the cell of defaults."""

    @classmethod
    def codify(cls, parameters, comment="Parameters"):
        return "".join([cls.comment(comment) + "\n", *(f"{declared(value)} {name} = {cls.translate(value)};\n" for name, value in parameters.items())])

    @classmethod
    def comment(cls, text):
        return f"// {text}"

    @classmethod
    def translate_none(cls, value):
        return "(Object) null"

    @classmethod
    def translate_bool(cls, value):
        return "true" if value else "false"

    @classmethod
    def translate_int(cls, value):
        kind = declared(value)
        return f'new {kind}("{value}")' if kind == "java.math.BigInteger" else f"{value}L" if kind == "long" else str(value)

    @classmethod
    def translate_float(cls, value):
        if math.isfinite(value):
            return repr(value)
        return "Double.NaN" if math.isnan(value) else f"Double.{'POSITIVE' if value > 0 else 'NEGATIVE'}_INFINITY"

    @classmethod
    def translate_escaped_str(cls, value):
        return json.dumps(str(value), ensure_ascii=False)  # its escapes are Java's too

    @classmethod
    def translate_list(cls, value):
        numbers = all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in value)
        if numbers and any(isinstance(one, float) for one in value):
            value = [float(one) for one in value]
        return f"java.util.Arrays.asList({', '.join(cls.translate(one) for one in value)})"

    @classmethod
    def translate_dict(cls, value):
        puts = " ".join(f"put({cls.translate_escaped_str(key)}, {cls.translate(one)});" for key, one in value.items())
        return f"new java.util.LinkedHashMap<String, Object>() {{{{ {puts} }}}}"

    @classmethod
    def inspect(cls, parameters_cell):
        found = (DECLARATION.match(line) for line in parameters_cell["source"].splitlines())
        return [Parameter(name=one[2], inferred_type_name=one[1], default=one[3], help=one[4] or "") for one in found if one]


def declared(value):
    """The Java type of a parameter."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "int" if -2**31 <= value < 2**31 else "long" if -2**63 <= value < 2**63 else "java.math.BigInteger"
    kinds = {float: "double", list: "var", dict: "java.util.Map<String, Object>", type(None): "Object"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), "String")


papermill_translators.register("crosscountry", JavaTranslator)


class Engine(NBClientEngine):
    """Papermill's own, under our name."""
