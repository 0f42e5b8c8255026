package crosscountry.kernel.command.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.shell.SessionFixture;
import org.junit.jupiter.api.Test;

/** Libraries of Maven Central in other versions than the kernel's own. */
class OtherVersionsTest extends SessionFixture {
    @Test
    void commonsTextFindsTheCommonsLangThatItNeeds() throws Exception {
        run("%maven org.apache.commons:commons-text:1.12.0");
        assertEquals("\\u00E9", run("org.apache.commons.text.StringEscapeUtils.escapeJava(\"\\u00e9\")"));
        assertEquals("3.14.0", run("""
                        org.apache.commons.lang3.StringUtils.class\
                        .getProtectionDomain().getCodeSource().getLocation().getPath().replaceAll(".*-|.jar", "")"""));
    }

    @Test
    void guavaJacksonAndAsmOfOtherVersionsWorkBesideEachOtherAndBesideTheKernel() throws Exception {
        run("""
                %maven com.google.guava:guava:33.4.8-jre com.fasterxml.jackson.core:jackson-databind:2.15.4 \
                org.ow2.asm:asm:9.8 com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.15.4""");
        assertEquals(
                "{a=[1, 2]}", run("com.google.common.collect.ImmutableListMultimap.of(\"a\", 1, \"a\", 2).toString()"));
        assertEquals("2.15.4", run("new com.fasterxml.jackson.databind.ObjectMapper().version().toString()"));
        assertEquals("[2024,1,2]", run("""
                        new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules()\
                        .writeValueAsString(java.time.LocalDate.of(2024, 1, 2))"""));
        assertEquals("java/lang/Object", run("new org.objectweb.asm.ClassReader(\"java.util.List\").getSuperName()"));
        assertTrue(
                run("org.objectweb.asm.ClassReader.class.getProtectionDomain().getCodeSource().getLocation().getPath()")
                        .toString()
                        .endsWith("asm-9.8.jar"));
        assertEquals(2, run("""
                        %%graph f
                        static double f(double x) { return Math.sin(x) * x; }
                        """) == null ? 0 : run("f.vertices().size()")); // traced by the kernel's ASM
        assertEquals(
                3, run("Table.create(IntColumn.create(\"n\", 1, 2, 3)).rowCount()")); // Tablesaw has the kernel's guava
    }

    @Test
    void aNewerVersionOfWhatTheKernelSharesIsNotAddedAndTheKernelsIsKept() throws Exception {
        run("%maven org.knowm.xchart:xchart:3.8.8");
        assertTrue(
                frontend.printed.toString().contains("org.knowm.xchart:xchart stays at version "),
                frontend.printed.toString());
        assertTrue(
                frontend.printed.toString().contains(", which the kernel shares with cells; 3.8.8 was not added"),
                frontend.printed.toString());
        assertTrue(
                session.context().classpath().stream()
                        .noneMatch(file -> file.getFileName().toString().startsWith("xchart")),
                session.context().classpath().toString());
    }
}
