/** Widgets, independent of the protocol that carries them: a model with its state, and comms. */
package crosscountry.kernel.display.widget;
