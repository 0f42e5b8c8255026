package crosscountry.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import crosscountry.graph.GraphException;

/**
 * PyTorch behind DJL, loaded on first use: from the jar on the class path, never over the internet, with one thread for
 * each operation (more than one is disastrous on busy cores: 0.6 ms became 748 ms).
 */
final class Torch {
    private static final class Loaded {
        static final Engine ENGINE = load();
    }

    private Torch() {}

    private static Engine load() {
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("OPT_OUT_TRACKING", "true");
        setUnlessSet("ai.djl.pytorch.num_threads", "1");
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
        setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
        return Engine.getEngine("PyTorch");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static Engine engine() {
        try {
            return Loaded.ENGINE;
        } catch (LinkageError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new GraphException("PyTorch cannot be loaded on this machine: " + cause.getMessage()
                    + "; networks need the artifact pytorch-native-cpu for this platform on the class path");
        }
    }

    static NDManager manager(DeviceChoice choice) {
        boolean gpu = choice != DeviceChoice.CPU && engine().getGpuCount() > 0;
        if (choice == DeviceChoice.GPU && !gpu) {
            throw new GraphException(
                    "PyTorch finds no GPU; use --device cpu, or put a GPU build of pytorch-native on the class "
                            + "path");
        }
        return engine().newBaseManager(gpu ? Device.gpu() : Device.cpu());
    }
}
