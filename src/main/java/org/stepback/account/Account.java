package org.stepback.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/// One person who uses the lab.
///
/// @param name what the page calls them, such as "Guest 4821"
/// @param secret a random text that signs their cookie; it is no password and opens nothing by itself
@Table("account")
record Account(@Id UUID id, String name, String secret, Instant created) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
