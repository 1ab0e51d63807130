package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.exercise.RefusedException;
import org.stepback.storage.StorageTest;

abstract class GuestSignOutTest extends StorageTest {
    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {Accounts.class, GuestSignOut.class};
    }

    private Account named(String name) {
        Account guest = get(Accounts.class).newGuest().orElseThrow();
        get(JdbcClient.class)
                .sql("update account set name = :name where id = :id")
                .param("name", name)
                .param("id", guest.id())
                .update();
        return guest;
    }

    private String secret(Account guest) {
        return get(Accounts.class).find(guest.id()).orElseThrow().secret();
    }

    @Test
    void by_number_by_name_and_by_id() {
        Account guest = named("Guest 100001");
        Account other = named("Guest 100002");
        String before = guest.secret();
        for (String word : new String[] {"100001", " Guest 100001", guest.id().toString()}) {
            get(GuestSignOut.class).signOut(word);
            assertThat(secret(guest)).isNotEqualTo(before);
            before = secret(guest);
        }
        assertThat(secret(other)).isEqualTo(other.secret());
    }

    @Test
    void a_number_that_two_have_signs_nobody_out_and_names_both() {
        Account one = named("Guest 100003");
        Account other = named("Guest 100003");
        assertThatThrownBy(() -> get(GuestSignOut.class).signOut("100003"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(one.id().toString())
                .hasMessageContaining(other.id().toString());
        assertThat(secret(one)).isEqualTo(one.secret());
    }

    @Test
    void nobody_of_that_name() {
        assertThatThrownBy(() -> get(GuestSignOut.class).signOut("100004"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no guest “100004”.");
    }
}
