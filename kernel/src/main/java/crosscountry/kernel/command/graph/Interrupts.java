package crosscountry.kernel.command.graph;

import crosscountry.kernel.command.CommandContext;

/** The user's interrupt, as long work asks for it. */
final class Interrupts {
    private Interrupts() {}

    static boolean heard(CommandContext context) {
        try {
            context.checkInterrupt();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
