package org.stepback.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereRequestImpl;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResourceEvent;
import org.atmosphere.cpr.AtmosphereResourceEventListenerAdapter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// Bounds what comes in by a page's open connection, which no filter sees.
///
/// A message comes in pieces, the first of which begins with the length of the whole and a `|`. Vaadin collects them,
/// however long. Here what belongs to a message that is announced as too long, or is longer than announced, is dropped.
/// Made by Atmosphere, by its name.
public final class PushMessages extends AtmosphereInterceptorAdapter {
    /// The setting that bounds what comes by HTTP too, in characters.
    private static final String MOST = "vaadin.max-request-body-size";

    private static final char AFTER_LENGTH = '|';

    /// The characters that the present message of a connection still lacks.
    private final Map<String, Integer> missing = new ConcurrentHashMap<>();

    @Override
    public Action inspect(AtmosphereResource connection) {
        AtmosphereRequestImpl.Body piece = connection.getRequest().body();
        if (connection.transport() != AtmosphereResource.TRANSPORT.WEBSOCKET) {
            return Action.CONTINUE;
        }
        if (piece.isEmpty()) { // the connection is opened
            connection.addEventListener(new Forgetting());
            return Action.CONTINUE;
        }
        int rest = piece.hasString() ? rest(connection.uuid(), piece.asString()) : -1;
        if (rest > 0 && rest <= most(connection)) {
            missing.put(connection.uuid(), rest);
            return Action.CONTINUE;
        }
        missing.remove(connection.uuid());
        return rest == 0 ? Action.CONTINUE : refuse(connection);
    }

    private int rest(String connection, String piece) {
        Integer before = missing.get(connection);
        if (before != null) {
            return before - piece.length();
        }
        int bar = piece.indexOf(AFTER_LENGTH);
        try {
            return Integer.parseInt(piece, 0, Math.max(bar, 0), 10) - (piece.length() - bar - 1);
        } catch (NumberFormatException noLength) {
            return -1;
        }
    }

    private static int most(AtmosphereResource connection) {
        return lab(connection).getEnvironment().getRequiredProperty(MOST, Integer.class);
    }

    private static Action refuse(AtmosphereResource connection) {
        SecurityLog.refused(connection.getRequest(), "a message of a page that is too long, or not as long as it says");
        return Action.CANCELLED;
    }

    /// The lab is asked for at each use, as Atmosphere makes this class before the lab is there.
    private static WebApplicationContext lab(AtmosphereResource connection) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(
                connection.getAtmosphereConfig().getServletContext());
    }

    private final class Forgetting extends AtmosphereResourceEventListenerAdapter {
        @Override
        public void onDisconnect(AtmosphereResourceEvent event) {
            missing.remove(event.getResource().uuid());
        }
    }
}
