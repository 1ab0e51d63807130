package org.stepback.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereRequestImpl;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResourceEvent;
import org.atmosphere.cpr.AtmosphereResourceEventListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds what comes in by a page's open connection, which no filter sees.
///
/// A message comes in pieces, the first of which begins with the length of the whole and a `|`. Vaadin collects them,
/// however long. Here what belongs to a message that is announced as too long, or is longer than announced, is dropped.
/// Made by Atmosphere, by its name.
public final class PushMessages extends AtmosphereInterceptorAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("stepback.security");

    /// As `vaadin.maxRequestBodySize` has it for what comes by HTTP.
    private static final int MOST_CHARACTERS = 1_100_000;

    private static final char AFTER_LENGTH = '|';

    /// The characters that the present message of a connection still lacks.
    private final Map<String, Integer> missing = new ConcurrentHashMap<>();

    private final OncePerMinute refusals = new OncePerMinute();

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
        if (rest > 0 && rest <= MOST_CHARACTERS) {
            missing.put(connection.uuid(), rest);
            return Action.CONTINUE;
        }
        missing.remove(connection.uuid());
        return rest == 0 ? Action.CONTINUE : refuse(connection.uuid());
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

    private Action refuse(String connection) {
        refusals.note(connection, System.nanoTime())
                .ifPresent(times -> LOG.warn(
                        "refused: a message of a page that is too long, or not as long as it says ({} times)", times));
        return Action.CANCELLED;
    }

    private final class Forgetting extends AtmosphereResourceEventListenerAdapter {
        @Override
        public void onDisconnect(AtmosphereResourceEvent event) {
            missing.remove(event.getResource().uuid());
        }
    }
}
