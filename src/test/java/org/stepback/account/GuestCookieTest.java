package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Which cookies bring a guest back, all of them made with the lab's own secrets.
class GuestCookieTest {
    private static final String KEY = "the key of the lab";
    private static final Account GUEST =
            new Account(UUID.randomUUID(), "Guest 4821", "the guest's secret", Instant.now());

    private final GuestCookie cookies = new GuestCookie(KEY, _ -> new SignedIn(GUEST));

    @ParameterizedTest
    @CsvSource({"SHA256, SHA-256, true", "MD5, MD5, false", "SHA512, SHA-512, false", "'', SHA-256, false"})
    void one_that_sha_256_signs_and_no_other(String named, String hash, boolean taken) throws Exception {
        long end = Instant.now().plusSeconds(1000).toEpochMilli();
        assertThat(bringsBack(GUEST.id() + ":" + end + ":" + named + ":" + signature(end, hash)))
                .isEqualTo(taken);
    }

    private boolean bringsBack(String text) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(
                "remember-me",
                Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return cookies.autoLogin(request, new MockHttpServletResponse()) != null;
    }

    private static String signature(long end, String hash) throws GeneralSecurityException {
        String signed = GUEST.id() + ":" + end + ":" + GUEST.secret() + ":" + KEY;
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(hash).digest(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
