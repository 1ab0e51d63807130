package org.stepback.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The one Chromium that all browser tests share; each test gets a context (a person's browser) of its own.
final class Browser {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /// How long a page may take to show what is awaited, on a slow and busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static com.microsoft.playwright.Browser chromium;

    private Browser() {}

    /// A person's browser: nothing remembered, a window of the given size.
    static BrowserContext open(int width, int height, ColorScheme scheme) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme);
        return context(options);
    }

    /// A person's browser, opened again with what it had kept.
    static BrowserContext again(com.microsoft.playwright.Browser.NewContextOptions options) {
        return context(options);
    }

    static BrowserContext wide() {
        return open(1440, 900, ColorScheme.LIGHT);
    }

    /// A person's browser whose settings ask for less motion.
    static BrowserContext calm() {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE);
        return context(options);
    }

    private static BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium().newContext(options);
        context.setDefaultTimeout(PATIENCE.toMillis());
        return context;
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            Awaitility.setDefaultTimeout(PATIENCE);
            var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            Playwright playwright = Playwright.create(options);
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    private static Path executable() {
        String named = System.getenv("STEPBACK_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium on the PATH; ./stepback test provides it."));
    }
}
