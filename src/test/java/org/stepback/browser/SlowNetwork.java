package org.stepback.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A network between a browser and the lab that is as slow as a test wants it, and that can be cut and mended.
///
/// It passes bytes on, plain requests and web sockets alike, each portion after a delay, in both directions.
final class SlowNetwork implements AutoCloseable {
    private final ServerSocket entrance;
    private final int lab;
    private final long delayMillis;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    SlowNetwork(int lab, long delayMillis) {
        this.lab = lab;
        this.delayMillis = delayMillis;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String url(String path) {
        return "http://localhost:" + entrance.getLocalPort() + path;
    }

    /// Ends every connection, and each new one at once.
    void cut() {
        cut = true;
        open.forEach(SlowNetwork::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                if (cut) {
                    end(browser);
                } else {
                    connect(browser);
                }
            } catch (IOException closedOrRefused) {
                // the browser sees a connection that ends
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), lab);
        open.add(browser);
        open.add(server);
        Thread.startVirtualThread(() -> pass(browser, server));
        Thread.startVirtualThread(() -> pass(server, browser));
    }

    private void pass(Socket from, Socket to) {
        var portion = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int size = in.read(portion); size >= 0; size = in.read(portion)) {
                Thread.sleep(delayMillis);
                out.write(portion, 0, size);
            }
        } catch (IOException | InterruptedException ended) {
            // either side has gone, and the other follows
        }
        end(from);
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
