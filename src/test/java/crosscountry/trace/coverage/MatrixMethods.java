package crosscountry.trace.coverage;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ejml.simple.SimpleMatrix;
import org.ojalgo.matrix.MatrixR064;

/** EJML and ojAlgo. */
final class MatrixMethods {
    private static final double[] B = {1, 2, 3};

    private MatrixMethods() {}

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] ejmlSolve(double[] x) {
        DMatrixRMaj solution = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.solve(new DMatrixRMaj(3, 3, true, x), new DMatrixRMaj(3, 1, true, B), solution);
        return solution.getData();
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] ejmlDeterminantAndTrace(double[] x) {
        DMatrixRMaj a = new DMatrixRMaj(3, 3, true, x);
        return new double[] {
            CommonOps_DDRM.det(a), CommonOps_DDRM.trace(a), NormOps_DDRM.normF(a), CommonOps_DDRM.elementMaxAbs(a)
        };
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ejmlInvert(double[] x) {
        DMatrixRMaj inverse = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.invert(new DMatrixRMaj(2, 2, true, x), inverse);
        return inverse.getData();
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ejmlMultiply(double[] x) {
        DMatrixRMaj a = new DMatrixRMaj(2, 2, true, x);
        DMatrixRMaj c = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.multTransA(a, a, c);
        CommonOps_DDRM.addEquals(c, 0.5, a);
        return c.getData();
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ejmlSimpleMatrix(double[] x) {
        SimpleMatrix a = new SimpleMatrix(2, 2, true, x);
        SimpleMatrix b = a.mult(a.transpose()).plus(SimpleMatrix.identity(2)).invert();
        return new double[] {b.get(0, 0), b.get(0, 1), b.determinant(), a.normF()};
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ejmlSimpleSolve(double[] x) {
        SimpleMatrix y = new SimpleMatrix(2, 2, true, x).solve(new SimpleMatrix(2, 1, true, new double[] {1, 2}));
        return new double[] {y.get(0), y.get(1)};
    }

    @At({4.0, 1.2, 3.0})
    static double[] ejmlCholesky(double[] x) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(2, true);
        cholesky.decompose(new DMatrixRMaj(2, 2, true, x[0], x[1], x[1], x[2]));
        return cholesky.getT(null).getData();
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ejmlQr(double[] x) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(2, 2);
        qr.decompose(new DMatrixRMaj(2, 2, true, x));
        return qr.getR(null, true).getData();
    }

    @At({2.0, 0.7, -1.0})
    static double[] ejmlEigenvalues(double[] x) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(2, false, true);
        eigen.decompose(new DMatrixRMaj(2, 2, true, x[0], x[1], x[1], x[2]));
        return new double[] {
            eigen.getEigenvalue(0).getReal(), eigen.getEigenvalue(1).getReal()
        };
    }

    @At({1.0, 2.0, 0.5, 3.0, -1.0, 1.0})
    static double[] ejmlLeastSquares(double[] x) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(3, 2);
        solver.setA(new DMatrixRMaj(3, 2, true, x));
        DMatrixRMaj y = new DMatrixRMaj(2, 1);
        solver.solve(new DMatrixRMaj(3, 1, true, B), y);
        return y.getData();
    }

    @At({0.5, 0.1, 1.0, 0.2})
    static double[] ejmlKalmanStep(double[] x) {
        SimpleMatrix f = new SimpleMatrix(2, 2, true, new double[] {1, x[1], 0, 1});
        SimpleMatrix p = f.mult(SimpleMatrix.identity(2).scale(x[2]))
                .mult(f.transpose())
                .plus(SimpleMatrix.identity(2).scale(0.01));
        SimpleMatrix h = new SimpleMatrix(1, 2, true, new double[] {1, 0});
        SimpleMatrix k = p.mult(h.transpose())
                .mult(h.mult(p).mult(h.transpose()).plus(x[3]).invert());
        SimpleMatrix state = f.mult(new SimpleMatrix(2, 1, true, new double[] {x[0], 1}));
        state = state.plus(k.scale(1.2 - h.mult(state).get(0)));
        return new double[] {state.get(0), state.get(1)};
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] ojAlgoMatrix(double[] x) {
        MatrixR064 a = MatrixR064.FACTORY.rows(new double[][] {{x[0], x[1]}, {x[2], x[3]}});
        MatrixR064 b = a.multiply(a).add(a.transpose());
        return new double[] {b.doubleValue(0, 0), b.doubleValue(0, 1), b.doubleValue(1, 0)};
    }
}
