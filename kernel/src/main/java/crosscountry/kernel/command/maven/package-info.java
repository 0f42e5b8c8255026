/**
 * Commands that bring code into a session: Maven artifacts, jars, folders of classes, scripts and notebooks.
 *
 * <p>Begin with {@link crosscountry.kernel.command.maven.MavenCommand}, which resolves artifacts for the others too;
 * {@code Libraries} wraps Maven's resolver and {@code EffectivePom} its rules for POMs. Only this package knows Maven.
 * What it finds goes to {@link crosscountry.kernel.command.CommandContext#addToClasspath}.
 */
package crosscountry.kernel.command.maven;
