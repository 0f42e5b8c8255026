package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type name that our imports bring, declared by a user and used before its declaration. */
class EveryImportedNameTest {
    /** Cells that come to 7 each, with N for the name. */
    private static final List<String> CELLS = List.of("""
            int useN(N n) { return n.k() + 1; }
            record N(int k) {}
            useN(new N(6))""", """
            class SubN extends N { }
            class N { int seven() { return 7; } }
            new SubN().seven()""", """
            sealed interface N permits FirstN, LastN {}
            record FirstN(int k) implements N {}
            record LastN(N of) implements N {}
            ((FirstN) new LastN(new FirstN(7)).of()).k()""", """
            int orderN(N n) { return 7 + n.ordinal(); }
            enum N { A, B }
            orderN(N.A)""", """
            int callerN() { return N(3) + 1; }
            int N(int x) { return 2 * x; }
            callerN()""", """
            int N = 6;
            int nextN() { return N + 1; }
            nextN()""", """
            interface N<T> { T get(); }
            N<Integer> sevenN = () -> 7;
            sevenN.get()""");

    private static TreeSet<String> names() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (String one : Imports.OURS) {
            Class<?> inside = one.startsWith("tech.") ? tech.tablesaw.api.Table.class : crosscountry.graph.Graph.class;
            Path place = Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                add(one, place, names);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                    add(one, jar.getPath("/"), names);
                }
            }
        }
        return names;
    }

    private static void add(String packageName, Path root, TreeSet<String> names) throws Exception {
        try (Stream<Path> all = Files.list(root.resolve(packageName.replace('.', '/')))) {
            for (String file : all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\w+\\.class"))
                    .toList()) {
                String name = file.replace(".class", "");
                if (Modifier.isPublic(
                        Class.forName(packageName + "." + name, false, EveryImportedNameTest.class.getClassLoader())
                                .getModifiers())) {
                    names.add(name);
                }
            }
        }
    }

    @Test
    void isTheUsersWhateverItNames() throws Exception {
        List<String> names = new ArrayList<>(names());
        assertTrue(
                names.size() > 100 && names.containsAll(List.of("Shape", "Graph", "Table", "Order")), names.toString());
        Session session = null;
        try {
            for (int k = 0; k < names.size(); k++) {
                if (k % 25 == 0) {
                    if (session != null) {
                        session.close();
                    }
                    session = new Session(new RecordedFrontend(), List.of());
                }
                String cell = CELLS.get(k % CELLS.size()).replace("N", names.get(k));
                try {
                    assertEquals(7, session.run(cell, "cell").value(), cell);
                } catch (CellException e) {
                    throw new AssertionError(cell, e);
                }
            }
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }
}
