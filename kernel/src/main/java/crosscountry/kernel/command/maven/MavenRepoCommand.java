package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.display.MimeBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %mavenRepo}: one more repository for {@code %maven}. */
public final class MavenRepoCommand extends Magic {
    public MavenRepoCommand() {
        super("%mavenRepo");
    }

    @Override
    protected Call call() {
        return new Add();
    }

    @Command(
            description = {
                "Asks one more Maven repository, or lists them.",
                "The repository is asked after those that are there, in this session only. Without words, lists all."
            },
            customSynopsis = "[ID URL]")
    private static final class Add implements Call {
        @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A name for the repository.")
        private String id;

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "URL",
                description = "Where it is; begins with https:, http: or file:.")
        private String url;

        @Override
        public Object run(CommandContext context, String body) {
            Libraries libraries = MavenCommand.in(context).libraries();
            if (id == null) {
                return MimeBundle.text(libraries.toString());
            }
            if (url == null || !url.matches("(https?|file):.*")) {
                throw new IllegalArgumentException(
                        "%mavenRepo takes an id and a URL that begins with https:, http: or file:");
            }
            libraries.add(id, url);
            return null;
        }
    }
}
