package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
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
    void a_guest_is_found_again() {
        Account guest = guest();
        assertThat(guest.name()).matches("Guest \\d{4}");
        assertThat(guest.secret()).hasSize(64);
        Account found = get(Accounts.class).find(guest.id()).orElseThrow();
        assertThat(found.name()).isEqualTo(guest.name());
        assertThat(found.secret()).isEqualTo(guest.secret());
    }

    @Test
    void two_guests_share_neither_id_nor_secret() {
        Account one = guest();
        Account other = guest();
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.secret()).isNotEqualTo(other.secret());
    }

    @Test
    void nobody_is_found_by_an_unknown_id() {
        assertThat(get(Accounts.class).find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void no_more_come_in_than_an_hour_allows() {
        guest();
        Accounts full = node(Clock.systemUTC(), 1);
        assertThat(full.newGuest()).isEmpty();
    }

    private Accounts node(Clock clock, int guestsPerHour) {
        return new Accounts(
                get(JdbcAggregateTemplate.class),
                get(JdbcClient.class),
                get(PlatformTransactionManager.class),
                clock,
                guestsPerHour);
    }

    @Test
    void guests_who_come_at_one_moment_on_several_nodes_are_counted_too() throws Exception {
        guest();
        int here = get(JdbcClient.class)
                .sql("select count(*) from account")
                .query(Integer.class)
                .single();
        List<Optional<Account>> came =
                atOnce(8, _ -> node(Clock.systemUTC(), here + 3).newGuest());
        assertThat(came.stream().flatMap(Optional::stream)).hasSize(3);
    }

    @Test
    void guests_of_the_hour_before_do_not_count() {
        guest();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        Accounts open = node(later, 1);
        assertThat(open.newGuest()).isPresent();
        // made in the future of the other tests: it must not count for them
        get(JdbcClient.class)
                .sql("delete from account where created > :now")
                .param("now", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1))
                .update();
    }

    @Test
    void the_cookies_key_is_the_same_on_every_node_and_after_a_restart() throws Exception {
        String key = get(CookieKey.class).value();
        assertThat(key).hasSize(64);
        assertThat(atOnce(4, _ -> new CookieKey(get(JdbcClient.class)).value())).containsOnly(key);
        restart();
        assertThat(get(CookieKey.class).value()).isEqualTo(key);
    }

    @Test
    void nodes_that_start_at_once_agree_on_one_key() throws Exception {
        get(JdbcClient.class).sql("delete from setting").update();
        assertThat(atOnce(4, _ -> new CookieKey(get(JdbcClient.class)).value()).stream()
                        .distinct())
                .hasSize(1);
        restart();
    }

    @Test
    void a_secret_is_in_no_log() {
        Account guest = guest();
        assertThat(guest.toString()).doesNotContain(guest.secret());
    }
}
