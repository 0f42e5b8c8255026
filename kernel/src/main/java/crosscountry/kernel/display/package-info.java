/**
 * Values in all the forms that a front end can show.
 *
 * <p>A {@link crosscountry.kernel.display.Renderer} draws one kind of value as a
 * {@link crosscountry.kernel.display.MimeBundle}: text, SVG, PNG and HTML. Renderers are services, and libraries may
 * bring their own.
 */
package crosscountry.kernel.display;
