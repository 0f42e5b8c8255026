package crosscountry.kernel;

import crosscountry.kernel.protocol.ConnectionFile;
import crosscountry.kernel.server.Kernel;
import crosscountry.kernel.server.Settings;
import crosscountry.kernel.server.WarmUp;
import java.nio.file.Path;

/**
 * What Jupyter starts: {@code KernelMain CONNECTION_FILE}; {@code KernelMain --rehearse} when an archive of classes is
 * made.
 */
public final class KernelMain {
    private KernelMain() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            System.err.println("usage: crosscountry.kernel.KernelMain CONNECTION_FILE");
            System.exit(2);
        }
        try {
            if (args[0].equals("--rehearse")) {
                WarmUp.run();
                System.exit(0);
            }
            new Kernel(ConnectionFile.read(Path.of(args[0])), new Settings(System.getenv())).run();
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        } catch (RuntimeException
                | Error e) { // without an end by force the sockets' threads would keep a kernel that serves nobody
            fail("the kernel cannot go on: " + e);
        }
        System.exit(0); // threads that cells started do not keep the kernel alive
    }

    private static void fail(String why) {
        System.err.println("crosscountry: " + why);
        System.exit(1);
    }
}
