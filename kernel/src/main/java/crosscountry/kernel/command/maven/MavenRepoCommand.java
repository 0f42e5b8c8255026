package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.display.MimeBundle;

/** {@code %mavenRepo}: one more repository for {@code %maven}. */
public final class MavenRepoCommand implements Command {
    @Override
    public String name() {
        return "mavenRepo";
    }

    @Override
    public String synopsis() {
        return "%mavenRepo [ID URL]  ask one more Maven repository, or list them";
    }

    @Override
    public String help() {
        return "The repository is asked after those that are there, in this session only. Without words, lists all.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Libraries libraries = MavenCommand.in(context).libraries();
        if (line.isBlank()) {
            return MimeBundle.text(libraries.toString());
        }
        String[] words = line.strip().split("\\s+");
        if (words.length != 2 || !words[1].matches("(https?|file):.*")) {
            throw new IllegalArgumentException(
                    "%mavenRepo takes an id and a URL that begins with https:, http: or file:");
        }
        libraries.add(words[0], words[1]);
        return null;
    }
}
