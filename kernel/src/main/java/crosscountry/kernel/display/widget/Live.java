package crosscountry.kernel.display.widget;

/** A value with a part that stays connected: showing it tells the front end, where that can, of its model. */
public interface Live {
    WidgetModel model();
}
