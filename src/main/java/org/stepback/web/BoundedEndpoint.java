package org.stepback.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// Tomcat's sockets, of which each network address has a share, and none of which waits long for the head of a request.
///
/// Tomcat itself bounds only how long a connection is silent: a byte now and then would hold it for ever.
final class BoundedEndpoint extends NioEndpoint {
    private final Map<SocketChannel, Visitor> open = new ConcurrentHashMap<>();
    private final Map<Visitor, Integer> counts = new ConcurrentHashMap<>();
    private @Nullable ConnectionLimits limits;

    void bound(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watch(handler));
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        Optional<String> address = address(socket);
        if (address.isEmpty() || !take(socket, address.get())) {
            destroySocket(socket);
            return false;
        }
        boolean served = super.setSocketOptions(socket);
        if (!served && !connections.containsKey(socket)) { // else Tomcat closes it, and it is released
            release(socket);
        }
        return served;
    }

    private static Optional<String> address(SocketChannel socket) {
        try {
            SocketAddress remote = socket.getRemoteAddress();
            return remote instanceof InetSocketAddress known
                    ? Optional.of(known.getAddress().getHostAddress())
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private boolean take(SocketChannel socket, String address) {
        if (limits == null || limits.proxies().matcher(address).matches()) {
            return true;
        }
        Visitor visitor = Visitor.address(address);
        int count = counts.merge(visitor, 1, Integer::sum);
        open.put(socket, visitor);
        if (count > limits.perAddress()) {
            release(socket);
            SecurityLog.refused(visitor, "too many connections");
            return false;
        }
        return true;
    }

    private void release(SocketChannel socket) {
        Visitor visitor = open.remove(socket);
        if (visitor != null) {
            counts.computeIfPresent(visitor, (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    /// Sees each connection that goes, and each that has begun a request.
    private final class Watch implements Handler<NioChannel> {
        private final Handler<NioChannel> handler;
        private final Map<SocketWrapperBase<NioChannel>, Long> begun = new ConcurrentHashMap<>();

        private Watch(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        /// Tomcat comes here each time that a connection has bytes, and holds the connection's lock.
        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            SocketState state = handler.process(connection, event);
            if (!isInHead(connection, state)) {
                begun.remove(connection);
                return state;
            }
            long now = System.nanoTime();
            long since = begun.computeIfAbsent(connection, _ -> now);
            if (limits == null || now - since <= limits.headTime().toNanos()) {
                return state;
            }
            SecurityLog.refused(Visitor.address(connection.getRemoteAddr()), "a head of a request that takes too long");
            return SocketState.CLOSED;
        }

        private static boolean isInHead(SocketWrapperBase<NioChannel> connection, SocketState state) {
            return state == SocketState.LONG
                    && connection.getCurrentProcessor() instanceof Processor processor
                    && !processor.isAsync()
                    && !processor.isUpgrade();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> connection) {
            begun.remove(connection);
            BoundedEndpoint.this.release(connection.getSocket().getIOChannel());
            handler.release(connection);
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
