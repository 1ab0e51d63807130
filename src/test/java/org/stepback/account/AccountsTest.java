package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.storage.StorageTest;

abstract class AccountsTest extends StorageTest {
    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {Accounts.class, CookieKey.class};
    }

    private Account guest() {
        return get(Accounts.class).newGuest().orElseThrow();
    }

    @Test
    void aGuestIsFoundAgain() {
        Account guest = guest();
        assertThat(guest.name()).matches("Guest \\d{4}");
        assertThat(guest.secret()).hasSize(64);
        Account found = get(Accounts.class).find(guest.id()).orElseThrow();
        assertThat(found.name()).isEqualTo(guest.name());
        assertThat(found.secret()).isEqualTo(guest.secret());
    }

    @Test
    void twoGuestsShareNeitherIdNorSecret() {
        Account one = guest();
        Account other = guest();
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.secret()).isNotEqualTo(other.secret());
    }

    @Test
    void nobodyIsFoundByAnUnknownId() {
        assertThat(get(Accounts.class).find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void noMoreComeInThanAnHourAllows() {
        guest();
        var full = new Accounts(get(JdbcAggregateTemplate.class), get(JdbcClient.class), Clock.systemUTC(), 1);
        assertThat(full.newGuest()).isEmpty();
    }

    @Test
    void guestsOfTheHourBeforeDoNotCount() {
        guest();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        var open = new Accounts(get(JdbcAggregateTemplate.class), get(JdbcClient.class), later, 1);
        assertThat(open.newGuest()).isPresent();
        // made in the future of the other tests: it must not count for them
        get(JdbcClient.class)
                .sql("delete from account where created > :now")
                .param("now", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1))
                .update();
    }

    @Test
    void theCookiesKeyIsTheSameOnEveryNodeAndAfterARestart() throws Exception {
        String key = get(CookieKey.class).value();
        assertThat(key).hasSize(64);
        assertThat(atOnce(4, _ -> new CookieKey(get(JdbcClient.class)).value())).containsOnly(key);
        restart();
        assertThat(get(CookieKey.class).value()).isEqualTo(key);
    }

    @Test
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        get(JdbcClient.class).sql("delete from setting").update();
        assertThat(atOnce(4, _ -> new CookieKey(get(JdbcClient.class)).value()).stream()
                        .distinct())
                .hasSize(1);
        restart();
    }

    @Test
    void aSecretIsInNoLog() {
        Account guest = guest();
        assertThat(guest.toString()).doesNotContain(guest.secret());
    }
}
