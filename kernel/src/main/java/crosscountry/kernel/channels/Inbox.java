package crosscountry.kernel.channels;

import crosscountry.kernel.protocol.Message;

/** Receives checked messages on the socket thread; must hand them on without blocking. */
public interface Inbox {

    void receive(Channel channel, Message message);
}
