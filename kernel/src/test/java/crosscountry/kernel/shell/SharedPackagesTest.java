package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedPackagesTest {
    @Test
    void aRootIsSharedWithAllBelowItAndNothingBesideIt() {
        assertTrue(SharedPackages.has("ai.djl")
                && SharedPackages.has("ai.djl.ndarray")
                && SharedPackages.has("crosscountry.graph"));
        assertFalse(SharedPackages.has("ai.djlx")
                || SharedPackages.has("ai")
                || SharedPackages.has("")
                || SharedPackages.has("com.google.common.collect"));
    }

    @Test
    void aJarIsSharedForItsPackagesOrForMachineCodeWithoutAny() {
        assertTrue(SharedPackages.in(Set.of("org/tensorflow/framework", "tech/tablesaw/api")));
        assertTrue(SharedPackages.in(Set.of()) && SharedPackages.in(Set.of("")));
        assertFalse(SharedPackages.in(
                Set.of("com/fasterxml/jackson/core", "META-INF/services/com.fasterxml.jackson.core.JsonFactory")));
    }

    @Test
    void versionsAreThoseOfTheFilesAndNotOfNamesakesFromOtherGroups() {
        List<Path> classpath = List.of(
                        "guava-1.0.0-M2.1.jar",
                        "guava-33.0.0-jre.jar",
                        "api-0.36.0.jar",
                        "pytorch-native-cpu-2.7.1-linux-x86_64.jar",
                        "pytorch-native-cpu-2.7.1.jar",
                        "pytorch-native-cpu-precxx11-2.7.1.jar",
                        "fastutil-8.5.13.jar",
                        "picocli-4.7.7.jar")
                .stream()
                .map(Path::of)
                .toList();
        assertEquals(Optional.empty(), SharedPackages.version("com.google.guava", "guava", classpath));
        assertEquals(Optional.empty(), SharedPackages.version("org.apache.maven", "api", classpath));
        assertEquals(Optional.of("0.36.0"), SharedPackages.version("ai.djl", "api", classpath));
        assertEquals(Optional.of("2.7.1"), SharedPackages.version("ai.djl.pytorch", "pytorch-native-cpu", classpath));
        assertEquals(Optional.of("8.5.13"), SharedPackages.version("it.unimi.dsi", "fastutil", classpath));
        assertEquals(Optional.of("4.7.7"), SharedPackages.version("info.picocli", "picocli", classpath));
        assertEquals(Optional.empty(), SharedPackages.version("ai.djl", "basicdataset", classpath));
    }
}
