package crosscountry.trace.coverage;

import org.apache.commons.math3.analysis.interpolation.LoessInterpolator;
import org.apache.commons.math3.analysis.interpolation.NevilleInterpolator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.geometry.euclidean.twod.Vector2D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.Precision;

/** Apache Commons Math 3. */
final class CommonsMathMethods {
    private CommonsMathMethods() {}

    @At({0.7, 1.4})
    static double[] fastMath(double[] x) {
        return new double[] {
            FastMath.sin(x[0]) * FastMath.exp(x[1]), FastMath.log(x[1]), FastMath.tanh(x[0]), FastMath.pow(x[1], x[0])
        };
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] luSolve(double[] x) {
        RealMatrix a =
                new Array2DRowRealMatrix(new double[][] {{x[0], x[1], x[2]}, {x[3], x[4], x[5]}, {x[6], x[7], x[8]}});
        return new LUDecomposition(a)
                .getSolver()
                .solve(new ArrayRealVector(new double[] {1, 2, 3}))
                .toArray();
    }

    @At({1.0, 2.0, 0.5, 3.0, -1.0, 1.0})
    static double[] qrLeastSquares(double[] x) {
        RealMatrix a = MatrixUtils.createRealMatrix(new double[][] {{x[0], x[1]}, {x[2], x[3]}, {x[4], x[5]}});
        return new QRDecomposition(a)
                .getSolver()
                .solve(new ArrayRealVector(new double[] {1, 2, 3}))
                .toArray();
    }

    @At({4.0, 1.0, 0.5, 5.0, 0.7, 3.0})
    static double[] choleskyDeterminant(double[] x) {
        RealMatrix a =
                new Array2DRowRealMatrix(new double[][] {{x[0], x[1], x[2]}, {x[1], x[3], x[4]}, {x[2], x[4], x[5]}});
        return new double[] {new CholeskyDecomposition(a).getDeterminant()};
    }

    @At({1.0, -2.0, 0.5})
    static double[] realVector(double[] x) {
        RealVector v = new ArrayRealVector(x);
        return new double[] {
            v.getNorm(),
            v.getL1Norm(),
            v.getLInfNorm(),
            v.dotProduct(v.mapMultiply(2)),
            v.map(Math::exp).getEntry(1)
        };
    }

    @At({1.0, 2.0, 0.5, 1.4})
    static double[] splineInterpolator(double[] x) {
        return new double[] {
            new SplineInterpolator()
                    .interpolate(new double[] {0, 1, 2, 3}, new double[] {x[0], x[1], x[2], 2})
                    .value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5, 1.4})
    static double[] nevilleInterpolator(double[] x) {
        return new double[] {
            new NevilleInterpolator()
                    .interpolate(new double[] {0, 1, 2}, new double[] {x[0], x[1], x[2]})
                    .value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5, 1.4})
    static double[] lagrangeForm(double[] x) {
        return new double[] {
            new PolynomialFunctionLagrangeForm(new double[] {0, 1, 2}, new double[] {x[0], x[1], x[2]}).value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5, 1.4, 3.0, 2.0})
    static double[] loess(double[] x) {
        return new LoessInterpolator(0.7, 2).smooth(new double[] {0, 1, 2, 3, 4, 5}, x);
    }

    @At({1.0, -2.0, 0.5, 0.7})
    static double[] polynomial(double[] x) {
        PolynomialFunction p = new PolynomialFunction(new double[] {x[0], x[1], x[2]});
        return new double[] {p.value(x[3]), p.add(p.polynomialDerivative()).value(x[3])};
    }

    @At({0.5, -0.5})
    static double[] complex(double[] x) {
        Complex z = new Complex(x[0], x[1]);
        return new double[] {
            z.sin().getReal(), z.pow(2.5).getImaginary(), z.reciprocal().abs()
        };
    }

    @At({2.3, 0.6})
    static double[] gammaAndErf(double[] x) {
        return new double[] {Gamma.logGamma(x[0]), Gamma.digamma(x[0]), Erf.erf(x[1])};
    }

    @At({0.3, 0.2, 1.5})
    static double[] normalDistribution(double[] x) {
        NormalDistribution d = new NormalDistribution(null, x[1], x[2]);
        return new double[] {d.density(x[0]), d.cumulativeProbability(x[0])};
    }

    @At({0.3, 1.5})
    static double[] exponentialDistribution(double[] x) {
        return new double[] {new ExponentialDistribution(null, x[1]).cumulativeProbability(x[0])};
    }

    @At({1.0, 4.0, -2.0, 0.5})
    static double[] statUtils(double[] x) {
        return new double[] {
            StatUtils.mean(x), StatUtils.variance(x), StatUtils.max(x), StatUtils.sumSq(x), StatUtils.percentile(x, 50)
        };
    }

    @At({1.0, 4.0, -2.0, 0.5})
    static double[] descriptiveStatistics(double[] x) {
        DescriptiveStatistics s = new DescriptiveStatistics(x);
        return new double[] {s.getStandardDeviation(), s.getKurtosis(), s.getMin(), s.getPercentile(75)};
    }

    @At({1.0, 4.0, 2.0, 0.5})
    static double[] summaryStatistics(double[] x) {
        SummaryStatistics s = new SummaryStatistics();
        for (double t : x) {
            s.addValue(t);
        }
        return new double[] {s.getMean(), s.getVariance(), s.getGeometricMean(), s.getMax()};
    }

    @At({1.0, 2.2, 2.8, 4.1})
    static double[] multipleRegression(double[] x) {
        OLSMultipleLinearRegression r = new OLSMultipleLinearRegression();
        r.newSampleData(x, new double[][] {{0, 1}, {1, 0}, {2, 3}, {3, 1}});
        return r.estimateRegressionParameters();
    }

    @At({1.0, 2.0, 3.0})
    static double[] vectors(double[] x) {
        Vector3D v = new Vector3D(x[0], x[1], x[2]);
        return new double[] {
            v.getAlpha(), v.getDelta(), v.orthogonal().getX(), new Vector2D(x[0], x[1]).distance(new Vector2D(3, x[2]))
        };
    }

    @At({1.234, -2.0})
    static double[] precisionRound(double[] x) {
        return new double[] {Precision.round(x[0], 2) * x[1], Precision.equals(x[0], x[1], 0.5) ? x[0] : x[1]};
    }

    @At({1.0, 2.0, 3.0})
    static double[] euclideanDistance(double[] x) {
        return new double[] {new EuclideanDistance().compute(x, new double[] {0, 1, 5})};
    }
}
