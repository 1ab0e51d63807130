package org.stepback.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// The ways in which one visitor tries to take the lab from the others; each runs again and again.
enum Attack {
    /// A raw body of 200 MB to the address of uploads.
    UPLOAD(4) {
        @Override
        void once(String lab, String from) throws IOException {
            body(lab, from, "VAADIN/dynamic/resource/0/" + UUID.randomUUID() + "/upload", 200_000_000, 0);
        }
    },
    /// Ten megabytes of empty events.
    EVENTS(8) {
        @Override
        void once(String lab, String from) throws IOException {
            body(lab, from, "?v-r=uidl&v-uiId=0", 10_000_000, 0);
        }
    },
    /// A body that comes a byte a second.
    TRICKLE(250) {
        @Override
        void once(String lab, String from) throws IOException {
            body(lab, from, "enter/guest", 1_000, 1_000);
        }
    },
    /// A connection whose headers never end.
    HEADERS(250) {
        @Override
        void once(String lab, String from) throws IOException {
            try (Socket socket = connect(lab, from)) {
                socket.getOutputStream()
                        .write("GET /enter HTTP/1.1\r\nHost: lab\r\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 120; i++) {
                    socket.getOutputStream().write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.US_ASCII));
                    rest(1_000);
                }
            }
        }
    },
    /// Hundreds of connections that say nothing.
    SILENCE(4) {
        @Override
        void once(String lab, String from) throws IOException {
            List<Socket> open = new ArrayList<>();
            try {
                for (int i = 0; i < 500; i++) {
                    open.add(connect(lab, from));
                }
                rest(10_000);
            } finally {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        }
    },
    /// A new guest, as fast as the door lets them in.
    DOOR(4) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            guest(lab, from);
        }
    },
    /// Pages of an exercise that one guest opens and never closes.
    PAGES(2) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            Client guest = guest(lab, from);
            for (int i = 0; i < 900; i++) {
                new LabPage(guest, "exercise/lessons-network", "");
            }
        }
    },
    /// Playgrounds that train, each in a browser of its own.
    PLAYGROUNDS(4) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            new LabPage(new Client(lab, from), "playground", "run=yes");
        }
    },
    /// Trainings at full speed, on as many pages as one guest can open.
    TRAININGS(2) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            Client guest = guest(lab, from);
            for (int i = 0; i < 40; i++) {
                LabPage page = new LabPage(guest, "exercise/lessons-network", "");
                page.press(page.nodes().button("Run").orElseThrow());
            }
        }
    },
    /// Copies of an exercise, one after the other.
    COPIES(2) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            Client guest = guest(lab, from);
            for (int i = 0; i < 300; i++) {
                try (LabPage page = new LabPage(guest, "exercise/lessons-network", "")) {
                    page.press(page.nodes().button("Copy as my own").orElseThrow());
                }
            }
        }
    },
    /// Three hundred texts in one request.
    SAVES(2) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            Client guest = guest(lab, from);
            String text = "{\"key\":\"large-step/answer\",\"text\":\"%s\",\"seen\":[],\"stamp\":\"a.%d\"}";
            for (int i = 0; i < 50; i++) {
                int first = 50 * i;
                guest.post(
                        "saves/learning-rate",
                        "application/json",
                        IntStream.range(first, first + 50)
                                .mapToObj(number -> text.formatted("1".repeat(4_000), number))
                                .toList()
                                .toString());
            }
        }
    },
    /// Links of shared notebooks that are none.
    LINKS(2) {
        @Override
        void once(String lab, String from) throws IOException, InterruptedException {
            new LabPage(new Client(lab, from), "shared/" + UUID.randomUUID(), "").close();
        }
    },
    /// Bytes that are no request.
    NOISE(2) {
        private final Random random = new Random(1);

        @Override
        void once(String lab, String from) throws IOException {
            byte[] noise = new byte[2_000];
            random.nextBytes(noise);
            try (Socket socket = connect(lab, from)) {
                socket.getOutputStream().write(noise);
                socket.getInputStream().read();
            }
        }
    };

    /// How many do this at once.
    final int threads;

    Attack(int threads) {
        this.threads = threads;
    }

    /// @param lab the lab's address, ending with `/`
    /// @param from the visitor's own address
    abstract void once(String lab, String from) throws IOException, InterruptedException;

    private static Client guest(String lab, String from) throws IOException, InterruptedException {
        Client guest = new Client(lab, from);
        guest.enter();
        return guest;
    }

    private static void body(String lab, String from, String path, int length, int pause) throws IOException {
        String head = "POST /%s HTTP/1.1\r\nHost: lab\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
        byte[] part = (pause > 0 ? "a" : "{},".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect(lab, from)) {
            socket.getOutputStream().write(head.formatted(path, length).getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < length; sent += part.length) {
                socket.getOutputStream().write(part);
                rest(pause);
            }
            socket.getInputStream().read();
        }
    }

    private static Socket connect(String lab, String from) throws IOException {
        URI address = URI.create(lab);
        Socket socket = new Socket(address.getHost(), address.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
