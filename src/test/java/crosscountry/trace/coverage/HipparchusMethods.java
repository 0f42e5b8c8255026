package crosscountry.trace.coverage;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.SimpsonIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.interpolation.AkimaSplineInterpolator;
import org.hipparchus.analysis.interpolation.BilinearInterpolatingFunction;
import org.hipparchus.analysis.interpolation.DividedDifferenceInterpolator;
import org.hipparchus.analysis.interpolation.HermiteInterpolator;
import org.hipparchus.analysis.interpolation.LinearInterpolator;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.analysis.polynomials.PolynomialsUtils;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.analysis.solvers.NewtonRaphsonSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.Quaternion;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.geometry.euclidean.threed.Line;
import org.hipparchus.geometry.euclidean.threed.Plane;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.RotationOrder;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.MathArrays;
import org.hipparchus.util.MathUtils;

/** Hipparchus: functions, decompositions, interpolation, differential equations, geometry, statistics. */
final class HipparchusMethods {
    private HipparchusMethods() {}

    private static RealMatrix matrix(double[] x, int n) {
        RealMatrix a = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.setEntry(i, j, x[i * n + j]);
            }
        }
        return a;
    }

    @At({0.7, -0.4})
    static double[] fastMathSinCos(double[] x) {
        return new double[] {FastMath.sin(x[0]), FastMath.cos(x[1]), FastMath.tan(x[0] * x[1])};
    }

    @At({0.7, 1.4})
    static double[] fastMathExpLog(double[] x) {
        return new double[] {FastMath.exp(x[0]), FastMath.log(x[1]), FastMath.expm1(x[0] * 0.1), FastMath.log1p(x[1])};
    }

    @At({1.7, 0.4})
    static double[] fastMathPow(double[] x) {
        return new double[] {FastMath.pow(x[0], x[1]), FastMath.pow(x[0], 3), FastMath.sqrt(x[0]), FastMath.cbrt(x[1])};
    }

    @At({0.3, 0.4})
    static double[] fastMathHyperbolic(double[] x) {
        return new double[] {
            FastMath.sinh(x[0]), FastMath.cosh(x[1]), FastMath.tanh(x[0] + x[1]), FastMath.atan2(x[0], x[1])
        };
    }

    @At({0.3, -0.4})
    static double[] fastMathInverse(double[] x) {
        return new double[] {
            FastMath.asin(x[0]),
            FastMath.acos(x[1]),
            FastMath.atan(x[0]),
            FastMath.asinh(x[1]),
            FastMath.hypot(x[0], x[1])
        };
    }

    @At({2.3, 1.4, -0.6})
    static double[] fastMathSelections(double[] x) {
        return new double[] {
            FastMath.max(x[0], x[1]),
            FastMath.min(x[0], x[2]),
            FastMath.abs(x[2]),
            FastMath.copySign(x[0], x[2]),
            FastMath.floor(x[0]) * x[1]
        };
    }

    @At({4.5})
    static double[] logGamma(double[] x) {
        return new double[] {Gamma.logGamma(x[0])};
    }

    @At({2.3})
    static double[] gamma(double[] x) {
        return new double[] {Gamma.gamma(x[0])};
    }

    @At({3.7})
    static double[] digamma(double[] x) {
        return new double[] {Gamma.digamma(x[0])};
    }

    @At({2.5, 1.3})
    static double[] regularizedGammaP(double[] x) {
        return new double[] {Gamma.regularizedGammaP(x[0], x[1])};
    }

    @At({2.5, 1.7})
    static double[] logBeta(double[] x) {
        return new double[] {Beta.logBeta(x[0], x[1])};
    }

    @At({0.4, 2.0, 3.0})
    static double[] regularizedBeta(double[] x) {
        return new double[] {Beta.regularizedBeta(x[0], x[1], x[2])};
    }

    @At({0.6})
    static double[] erf(double[] x) {
        return new double[] {Erf.erf(x[0]), Erf.erfc(x[0])};
    }

    @At({2.5})
    static double[] besselJ(double[] x) {
        return new double[] {BesselJ.value(1, x[0])};
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] luDeterminant(double[] x) {
        return new double[] {new LUDecomposition(matrix(x, 3)).getDeterminant()};
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] luSolve(double[] x) {
        return new LUDecomposition(matrix(x, 3))
                .getSolver()
                .solve(new ArrayRealVector(new double[] {1, 2, 3}))
                .toArray();
    }

    @At({1.0, 2.0, 3.0, -1.0})
    static double[] inverse(double[] x) {
        RealMatrix inverse = MatrixUtils.inverse(matrix(x, 2));
        return new double[] {inverse.getEntry(0, 0), inverse.getEntry(0, 1), inverse.getEntry(1, 1)};
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] qrSolve(double[] x) {
        return new QRDecomposition(matrix(x, 3))
                .getSolver()
                .solve(new ArrayRealVector(new double[] {1, 0, -1}))
                .toArray();
    }

    @At({4.0, 1.2, 3.0})
    static double[] cholesky(double[] x) {
        RealMatrix a = new Array2DRowRealMatrix(new double[][] {{x[0], x[1]}, {x[1], x[2]}});
        RealMatrix l = new CholeskyDecomposition(a).getL();
        return new double[] {l.getEntry(0, 0), l.getEntry(1, 0), l.getEntry(1, 1)};
    }

    @At({2.0, 0.7, -1.0})
    static double[] symmetricEigenvalues(double[] x) {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(new double[][] {{x[0], x[1]}, {x[1], x[2]}}))
                .getEigenvalues();
    }

    @At({2.0, 0.7, -1.0, 0.4})
    static double[] singularValues(double[] x) {
        return new SingularValueDecomposition(matrix(x, 2)).getSingularValues();
    }

    @At({1.0, 2.0, 3.0, 4.0})
    static double[] matrixPowerAndTrace(double[] x) {
        RealMatrix a = matrix(x, 2);
        return new double[] {
            a.multiply(a).add(a.transpose()).getTrace(), a.power(3).getEntry(0, 1), a.getFrobeniusNorm()
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
    static double[] linearInterpolator(double[] x) {
        return new double[] {
            new LinearInterpolator()
                    .interpolate(new double[] {0, 1, 2}, new double[] {x[0], x[1], x[2]})
                    .value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5, 2.4})
    static double[] akimaSpline(double[] x) {
        return new double[] {
            new AkimaSplineInterpolator()
                    .interpolate(new double[] {0, 1, 2, 3, 4, 5}, new double[] {x[0], x[1], x[2], 1.5, -1, 0.3})
                    .value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5, 0.6})
    static double[] dividedDifferences(double[] x) {
        return new double[] {
            new DividedDifferenceInterpolator()
                    .interpolate(new double[] {0, 1, 3}, new double[] {x[0], x[1], x[2]})
                    .value(x[3])
        };
    }

    @At({1.0, 2.0, 0.5})
    static double[] hermiteInterpolator(double[] x) {
        HermiteInterpolator interpolator = new HermiteInterpolator();
        interpolator.addSamplePoint(0, new double[] {x[0]}, new double[] {1});
        interpolator.addSamplePoint(1, new double[] {x[1]});
        return interpolator.value(x[2]);
    }

    @At({0.3, 1.6})
    static double[] bilinearInterpolation(double[] x) {
        return new double[] {
            new BilinearInterpolatingFunction(new double[] {0, 1, 2}, new double[] {0, 1, 2}, new double[][] {
                        {1, 2, 4}, {2, 3, 5}, {0, 1, 7}
                    })
                    .value(x[0], x[1])
        };
    }

    @At({1.0, -2.0, 0.5, 0.7})
    static double[] polynomialFunction(double[] x) {
        PolynomialFunction p = new PolynomialFunction(x[0], x[1], x[2]);
        return new double[] {
            p.value(x[3]), p.polynomialDerivative().value(x[3]), p.multiply(p).value(x[3])
        };
    }

    @At({0.3})
    static double[] legendrePolynomial(double[] x) {
        return new double[] {
            PolynomialsUtils.createLegendrePolynomial(4).value(x[0]),
            PolynomialsUtils.createChebyshevPolynomial(3).value(x[0])
        };
    }

    @At({1.5, -0.5, 0.3, 2.0})
    static double[] complexArithmetic(double[] x) {
        Complex a = new Complex(x[0], x[1]);
        Complex b = new Complex(x[2], x[3]);
        Complex c = a.multiply(b).add(a.divide(b)).subtract(b.conjugate());
        return new double[] {c.getReal(), c.getImaginary(), c.norm()};
    }

    @At({0.5, -0.5})
    static double[] complexFunctions(double[] x) {
        Complex z = new Complex(x[0], x[1]);
        Complex w = z.exp().multiply(z.sqrt()).add(z.log());
        return new double[] {w.getReal(), w.getImaginary(), z.getArgument()};
    }

    @At({1, 0.5, -0.5, 0.2})
    static double[] quaternionProduct(double[] x) {
        Quaternion q = new Quaternion(x[0], x[1], x[2], x[3]).normalize();
        Quaternion p = q.multiply(new Quaternion(0, 1, 0, 0)).multiply(q.getConjugate());
        return new double[] {p.getQ1(), p.getQ2(), p.getQ3()};
    }

    @At({1.0, 2.0, 3.0, -1.0, 0.5, 2.0})
    static double[] vectorProducts(double[] x) {
        Vector3D a = new Vector3D(x[0], x[1], x[2]);
        Vector3D b = new Vector3D(x[3], x[4], x[5]);
        return new double[] {
            a.crossProduct(b).getX(),
            a.dotProduct(b),
            Vector3D.angle(a, b),
            a.distance(b),
            a.normalize().getY()
        };
    }

    @At({0.3, -0.7, 1.1})
    static double[] rotationFromAngles(double[] x) {
        Vector3D v = new Rotation(RotationOrder.ZYX, RotationConvention.FRAME_TRANSFORM, x[0], x[1], x[2])
                .applyTo(Vector3D.PLUS_I);
        return new double[] {v.getX(), v.getY(), v.getZ()};
    }

    @At({1.0, 0.4, -0.7, 0.9})
    static double[] rotationAboutAxis(double[] x) {
        Rotation r = new Rotation(new Vector3D(x[0], x[1], x[2]), x[3], RotationConvention.VECTOR_OPERATOR);
        return new double[] {
            r.applyTo(Vector3D.PLUS_J).getZ(),
            r.getAngle(),
            r.applyInverseTo(Vector3D.PLUS_K).getX()
        };
    }

    @At({0.3, 0.4, 2.0})
    static double[] lineAndPlane(double[] x) {
        Plane plane = new Plane(new Vector3D(0, 0, x[2]), new Vector3D(x[0], x[1], 1), 1e-10);
        Vector3D hit = plane.intersection(new Line(Vector3D.ZERO, new Vector3D(1, 1, 1), 1e-10));
        return new double[] {hit.getX(), plane.getOffset(new Vector3D(x[0], 1, 1))};
    }

    @At({1.0, 0.0, 0.3})
    static double[] rungeKutta(double[] x) {
        OrdinaryDifferentialEquation pendulum = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return new double[] {y[1], -Math.sin(y[0]) - x[2] * y[1]};
            }
        };
        return new ClassicalRungeKuttaIntegrator(0.1)
                .integrate(pendulum, new ODEState(0, new double[] {x[0], x[1]}), 0.5)
                .getPrimaryState();
    }

    @At({1.3, 0.7})
    static double[] simpson(double[] x) {
        UnivariateFunction f = t -> Math.exp(-x[1] * t * t);
        return new double[] {new SimpsonIntegrator(3, 8).integrate(1000, f, 0, x[0])};
    }

    @At({1.3, 0.7})
    static double[] gaussLegendre(double[] x) {
        return new double[] {new GaussIntegratorFactory().legendre(5, 0, x[0]).integrate(t -> Math.cos(x[1] * t))};
    }

    @At({2.5})
    static double[] newtonSolver(double[] x) {
        double c = x[0];
        return new double[] {
            new NewtonRaphsonSolver(1e-12)
                    .solve(
                            50,
                            new org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction() {
                                @Override
                                public double value(double t) {
                                    return t * t - c;
                                }

                                @Override
                                public <T extends org.hipparchus.analysis.differentiation.Derivative<T>> T value(T t) {
                                    return t.multiply(t).subtract(c);
                                }
                            },
                            1,
                            3)
        };
    }

    @At({2.5})
    static double[] brentSolver(double[] x) {
        return new double[] {new BrentSolver(1e-13, 1e-13, 1e-14).solve(100, t -> t * t * t - x[0], 0, 3)};
    }

    @At({0.2, 0.4, 1.5})
    static double[] normalDistribution(double[] x) {
        NormalDistribution d = new NormalDistribution(x[1], x[2]);
        return new double[] {d.density(x[0]), d.cumulativeProbability(x[0]), d.logDensity(x[0])};
    }

    @At({1.0, 4.0, -2.0, 0.5})
    static double[] descriptiveStatistics(double[] x) {
        DescriptiveStatistics s = new DescriptiveStatistics();
        for (double t : x) {
            s.addValue(t);
        }
        return new double[] {s.getMean(), s.getVariance(), s.getMax(), s.getSkewness()};
    }

    @At({1.0, 2.2, 2.8, 4.1})
    static double[] simpleRegression(double[] x) {
        SimpleRegression r = new SimpleRegression();
        for (int k = 0; k < x.length; k++) {
            r.addData(k, x[k]);
        }
        return new double[] {r.getSlope(), r.getIntercept(), r.getRSquare(), r.predict(5)};
    }

    @At({1.0, 2.2, 2.8, 4.1})
    static double[] pearsonsCorrelation(double[] x) {
        return new double[] {new PearsonsCorrelation().correlation(x, new double[] {0, 1, 3, 4})};
    }

    @At({7.0, 1.2, -2.0})
    static double[] mathArraysAndUtils(double[] x) {
        return new double[] {
            MathUtils.normalizeAngle(x[0], 0),
            MathArrays.linearCombination(x[0], x[1], x[1], x[2]),
            MathArrays.safeNorm(x),
            MathArrays.distance(x, new double[] {1, 2, 3}),
            MathArrays.convolve(x, new double[] {1, 2})[2]
        };
    }
}
