package org.stepback.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Has the lab's own port bound its connections.
@Component
final class ConnectionSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ConnectionLimits limits;

    ConnectionSetup(
            @Value("${stepback.connections-per-address}") int perAddress,
            @Value("${stepback.head-time}") Duration headTime,
            @Value("${stepback.trusted-proxies}") String proxies) {
        this.limits = new ConnectionLimits(perAddress, headTime, Pattern.compile(proxies));
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(BoundedProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
                protocol.bound(limits);
            }
        });
    }
}
