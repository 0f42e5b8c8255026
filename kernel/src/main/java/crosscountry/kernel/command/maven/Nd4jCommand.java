package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.aether.graph.Dependency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %nd4j}: adds ND4J with its machine code for this platform. */
public final class Nd4jCommand extends Magic {
    static final String VERSION = "1.0.0-M2.1";
    /** Without any logger SLF4J complains into the cell. */
    private static final String QUIET = "org.slf4j:slf4j-nop:2.0.17";

    public Nd4jCommand() {
        super("%nd4j");
    }

    @Override
    protected Call call() {
        return new Add();
    }

    @Command(
            description = {
                "Adds ND4J, for arrays of Jacobians.",
                "Adds ND4J " + VERSION + " like %maven; the first time, some hundred megabytes are downloaded. Then"
                        + " crosscountry.jacobian.export.Nd4jArrays makes arrays of Jacobians and of batches, and"
                        + " arrays are shown as tables. %maven adds another version."
            })
    private static final class Add implements Call {
        @Parameters(arity = "0..*", paramLabel = "VERSION", hidden = true, description = "Refused.")
        private List<String> words = List.of();

        @Override
        public Object run(CommandContext context, String body) {
            if (!words.isEmpty()) {
                throw new IllegalArgumentException("%nd4j takes no words; %maven adds another version");
            }
            String library = "org.nd4j:nd4j-native:";
            MavenCommand.in(context)
                    .add(
                            context,
                            Stream.of(library + VERSION, library + "jar:" + platform() + ":" + VERSION, QUIET)
                                    .map(word -> new Dependency(MavenCommand.artifact(word), "runtime"))
                                    .toList(),
                            List.of());
            return null;
        }
    }

    /** The platform as ND4J's files are named. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.startsWith("windows")) {
            return "windows-x86_64";
        }
        return (system.startsWith("mac") ? "macosx-" : "linux-") + (arm ? "arm64" : "x86_64");
    }
}
