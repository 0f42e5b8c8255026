package crosscountry.kernel.cli;

import crosscountry.graph.Operand;
import crosscountry.jacobian.Jacobian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of a function, one flat list an output. */
final class Outputs {
    private Outputs() {}

    static List<double[]> of(Jacobian jacobian) {
        List<double[]> outputs = new ArrayList<>();
        int from = 0;
        for (Operand output : jacobian.graph().outputs()) {
            outputs.add(Arrays.copyOfRange(
                    jacobian.outputs(),
                    from,
                    from += jacobian.graph().shape(output).size()));
        }
        return outputs;
    }
}
