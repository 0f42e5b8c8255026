package crosscountry.kernel.command.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/**
 * Maven artifacts with all that they need, by Maven's own resolver, its local repository and the user's settings.xml.
 */
final class Libraries {
    private final Map<String, String> repositories =
            new LinkedHashMap<>(Map.of("central", "https://repo.maven.apache.org/maven2"));
    private final Path settingsFile;
    private RepositorySystem system;

    /** @param settingsFile the user's settings, which need not exist */
    Libraries(Path settingsFile) {
        this.settingsFile = settingsFile;
    }

    /** Asks one more repository from now on. */
    void add(String id, String url) {
        repositories.put(id, url);
    }

    Map<String, String> repositories() {
        return Map.copyOf(repositories);
    }

    /**
     * These dependencies and theirs at run time, each with its file.
     *
     * @param managed versions that count wherever something needs one of these
     * @throws IllegalArgumentException naming what was not found, and where it was looked for
     */
    List<Artifact> resolve(List<Dependency> wanted, List<Dependency> managed) {
        try (CloseableSession session = session()) {
            CollectRequest collect = new CollectRequest(wanted, managed, remote(session));
            return system
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IllegalArgumentException(missing(e) + asked(), e);
        }
    }

    /** The POM of an artifact. */
    Path pom(String group, String artifact, String version) {
        try (CloseableSession session = session()) {
            return system.resolveArtifact(
                            session,
                            new ArtifactRequest(
                                    new DefaultArtifact(group, artifact, "pom", version), remote(session), null))
                    .getArtifact()
                    .getPath();
        } catch (ArtifactResolutionException e) {
            throw new IllegalArgumentException("not found: " + group + ":" + artifact + ":pom:" + version + asked(), e);
        }
    }

    private String asked() {
        return "; asked: " + String.join(", ", repositories.values());
    }

    private List<RemoteRepository> remote(CloseableSession session) {
        return system.newResolutionRepositories(
                session,
                repositories.entrySet().stream()
                        .map(one -> new RemoteRepository.Builder(one.getKey(), "default", one.getValue())
                                .setReleasePolicy(new RepositoryPolicy(
                                        true,
                                        RepositoryPolicy.UPDATE_POLICY_DAILY,
                                        RepositoryPolicy.CHECKSUM_POLICY_FAIL))
                                .build())
                        .toList());
    }

    private static String missing(DependencyResolutionException e) {
        List<String> names = e.getResult() == null
                ? List.of()
                : e.getResult().getArtifactResults().stream()
                        .filter(result -> !result.isResolved())
                        .map(result -> result.getRequest().getArtifact().toString())
                        .toList();
        if (!names.isEmpty()) {
            return "not found: " + names.stream().limit(5).collect(Collectors.joining(", "));
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private CloseableSession session() {
        if (system == null) {
            system = new RepositorySystemSupplier().get(); // some hundred classes that most sessions never need
        }
        Settings settings = settings();
        String local = System.getProperty("maven.repo.local", settings.getLocalRepository());
        Path base = local == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(local);
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        DefaultProxySelector proxies = new DefaultProxySelector();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                proxies.add(
                        new org.eclipse.aether.repository.Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort()),
                        proxy.getNonProxyHosts());
            }
        }
        return new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(base)
                .setMirrorSelector(mirrors)
                .setProxySelector(proxies)
                .setOffline(settings.isOffline())
                .setSystemProperties(System.getProperties())
                .build();
    }

    private Settings settings() {
        File file = settingsFile.toFile();
        if (!file.exists()) {
            return new Settings();
        }
        try {
            return new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(new DefaultSettingsBuildingRequest()
                            .setUserSettingsFile(file)
                            .setSystemProperties(System.getProperties()))
                    .getEffectiveSettings();
        } catch (SettingsBuildingException e) {
            throw new IllegalArgumentException(
                    settingsFile + " is no valid Maven settings file: "
                            + e.getProblems().get(0).getMessage(),
                    e);
        }
    }

    /** The repositories' ids and addresses, as text. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        repositories.forEach((id, url) -> lines.add(id + "  " + url));
        return String.join("\n", lines);
    }
}
