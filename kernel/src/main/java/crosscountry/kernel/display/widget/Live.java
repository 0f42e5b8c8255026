package crosscountry.kernel.display.widget;

/** A value that stays connected after it is shown: the front end follows its model if it can. */
public interface Live {
    WidgetModel model();
}
