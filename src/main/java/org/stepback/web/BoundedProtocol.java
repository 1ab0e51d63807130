package org.stepback.web;

import org.apache.coyote.http11.Http11NioProtocol;

/// Tomcat's HTTP/1.1, whose connections are bounded. Made by Tomcat, by its name.
public final class BoundedProtocol extends Http11NioProtocol {
    private final BoundedEndpoint connections;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint connections) {
        super(connections);
        this.connections = connections;
    }

    void bound(ConnectionLimits limits) {
        connections.bound(limits);
    }
}
