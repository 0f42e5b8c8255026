package crosscountry.jacobian.export;

import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianBatch;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Results as arrays of ND4J, an optional library: programs put nd4j-native on the class path, notebooks run
 * {@code %nd4j}, which loads this class beside ND4J; so it uses public members only. ND4J keeps its numbers outside of
 * the Java heap, so each array costs one copy of all numbers; later operations such as {@code permute} or {@code get}
 * are views.
 */
public final class Nd4jArrays {
    private Nd4jArrays() {}

    /** The matrix, outputs x inputs, in float64. */
    public static INDArray of(Jacobian jacobian) {
        return Nd4j.createFromArray(jacobian.matrix());
    }

    /** The matrix in float32. */
    public static INDArray float32(Jacobian jacobian) {
        return Nd4j.createFromArray(jacobian.floats());
    }

    /** All results of a batch, results x points: outputs, then the entries that are not zero by structure. */
    public static INDArray results(JacobianBatch batch) {
        return Nd4j.createFromArray(batch.results()).reshape(batch.resultSize(), batch.points());
    }

    /** The outputs at every point, points x outputs. */
    public static INDArray outputs(JacobianBatch batch) {
        int rows = batch.plan().selection().rows().size();
        return Nd4j.createFromArray(Arrays.copyOf(batch.results(), rows * batch.points()))
                .reshape(rows, batch.points())
                .transpose();
    }

    /** The matrices at every point, points x outputs x inputs. */
    public static INDArray matrices(JacobianBatch batch) {
        int rows = batch.plan().selection().rows().size();
        int columns = batch.plan().selection().columns().size();
        int points = batch.points();
        INDArray byEntry = Nd4j.create(DataType.DOUBLE, rows, columns, points);
        INDArray results = results(batch);
        int place = rows;
        for (JacobianBatch.Entry entry : batch.entries()) {
            byEntry.tensorAlongDimension(entry.row() * columns + entry.column(), 2)
                    .assign(results.getRow(place++));
        }
        return byEntry.permute(2, 0, 1);
    }
}
