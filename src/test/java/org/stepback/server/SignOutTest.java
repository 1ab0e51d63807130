package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.browser.LabServer;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.LabDatabase;
import org.stepback.operation.SignOut;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// An operator signs one guest out of a running lab, in every browser.
class SignOutTest {
    static List<Database> databases() {
        return List.of(TestDatabases.h2(), TestDatabases.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void neither_session_nor_cookie_of_the_guest_opens_anything_and_others_stay(Database database) throws Exception {
        try (LabServer lab = LabServer.fresh(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password());
                Guest guest = Guest.of(lab);
                Guest other = Guest.of(lab)) {
            HttpCookie cookie = guest.cookie("stepback-guest");
            HttpCookie session = guest.cookie("JSESSIONID");
            var signOut = new SignOut(new LabDatabase(database.url(), database.user(), database.password()));

            assertThatThrownBy(() -> signOut.of("12"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("There is no guest “12”.");
            signOut.of(id(cookie));

            guest.keepOnly(session);
            Awaitility.await("the session ends").until(() -> guest.get("/").statusCode() == 302);
            guest.keepOnly(cookie);
            assertThat(guest.get("/").statusCode()).isEqualTo(302);
            assertThat(other.get("/").statusCode()).isEqualTo(200);
            assertThat(lab.log())
                    .contains("signed out elsewhere (person " + id(cookie) + ")")
                    .contains("refused: a guest's cookie that is worth nothing (address 127.0.0.1, /)");
        }
    }

    private static String id(HttpCookie cookie) {
        return new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8).split(":")[0];
    }
}
