package crosscountry.kernel.command.maven;

import java.io.File;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;

/**
 * What a POM comes to with its parents, its properties and the bills of materials that it imports, by Maven's own
 * rules.
 */
final class EffectivePom implements ModelResolver {
    private static final Pattern NO_VERSION =
            Pattern.compile("'dependencies.dependency.version' for ([^:]+:[^:]+):.* is missing.*");

    private final Libraries libraries;

    private EffectivePom(Libraries libraries) {
        this.libraries = libraries;
    }

    /**
     * @param file where the POM stands, whose parent may be a file beside it; null for text
     * @throws IllegalArgumentException naming the first thing that is wrong
     */
    static Model of(Libraries libraries, Model raw, File file, String place) {
        if (raw.getParent() == null) {
            raw.setGroupId(Optional.ofNullable(raw.getGroupId()).orElse("cell"));
            raw.setVersion(Optional.ofNullable(raw.getVersion()).orElse("1"));
        }
        raw.setModelVersion(Optional.ofNullable(raw.getModelVersion()).orElse("4.0.0"));
        raw.setArtifactId(Optional.ofNullable(raw.getArtifactId()).orElse("cell"));
        ModelBuildingRequest request = new DefaultModelBuildingRequest()
                .setRawModel(raw)
                .setPomFile(file)
                .setModelResolver(new EffectivePom(libraries))
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                .setProcessPlugins(false)
                .setSystemProperties(System.getProperties());
        try {
            return new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
        } catch (ModelBuildingException e) {
            String message = e.getProblems().stream()
                    .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
                    .findFirst()
                    .map(ModelProblem::getMessage)
                    .orElse(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            Matcher version = NO_VERSION.matcher(message);
            throw new IllegalArgumentException(
                    version.matches()
                            ? place + ": dependency " + version.group(1)
                                    + " needs a version, its own or one of dependencyManagement"
                            : place + " is no valid POM: " + message,
                    e);
        }
    }

    @Override
    public ModelSource resolveModel(String groupId, String artifactId, String version) {
        return new FileModelSource(libraries.pom(groupId, artifactId, version).toFile());
    }

    @Override
    public ModelSource resolveModel(Parent parent) {
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency bill) {
        return resolveModel(bill.getGroupId(), bill.getArtifactId(), bill.getVersion());
    }

    @Override
    public void addRepository(Repository repository) {
        libraries.add(repository.getId(), repository.getUrl());
    }

    @Override
    public void addRepository(Repository repository, boolean replace) {
        addRepository(repository);
    }

    @Override
    public ModelResolver newCopy() {
        return this;
    }
}
