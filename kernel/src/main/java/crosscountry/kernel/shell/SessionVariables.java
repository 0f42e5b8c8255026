package crosscountry.kernel.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/**
 * The variables of a session: those that cells declare, and those such as {@code $1} that JShell makes for expressions.
 */
final class SessionVariables {
    private final JShell jshell;
    private final SessionControl control;

    SessionVariables(JShell jshell, SessionControl control) {
        this.jshell = jshell;
        this.control = control;
    }

    /** The value of a variable; empty if it is null or there is no such variable. */
    Optional<Object> value(String name) {
        Object[] found = new Object[1];
        declared(name).ifPresent(variable -> onField(variable, field -> found[0] = field.get(null)));
        return Optional.ofNullable(found[0]);
    }

    /** Sets a variable that is declared. */
    void set(String name, Object value) {
        onField(declared(name).orElseThrow(), field -> field.set(null, value));
    }

    /** JShell would turn the value into a string; the execution control acts on the field instead. */
    private void onField(VarSnippet variable, SessionControl.FieldAction action) {
        control.nextField(action);
        try {
            jshell.varValue(variable);
        } finally {
            control.nextField(null);
        }
    }

    private Optional<VarSnippet> declared(String name) {
        return jshell.variables()
                .filter(variable -> variable.name().equals(name) && jshell.status(variable) == Status.VALID)
                .findFirst();
    }

    /** Names and types of the variables that cells declared. */
    Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        jshell.variables()
                .filter(variable -> variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .forEach(variable -> types.put(variable.name(), variable.typeName()));
        return types;
    }

    /** Names of the variables that JShell made for expressions and that still exist. */
    List<String> expressions() {
        return ofExpressions().map(VarSnippet::name).toList();
    }

    /** Drops the variables of expressions, except those to {@code keep}. */
    void dropExpressions(List<String> keep) {
        ofExpressions()
                .filter(variable -> !keep.contains(variable.name()))
                .toList()
                .forEach(jshell::drop);
    }

    private Stream<VarSnippet> ofExpressions() {
        return jshell.variables().filter(variable -> variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
    }
}
