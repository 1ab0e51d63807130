package org.stepback.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.stepback.storage.TestDatabases.Database;

/// Just enough of the lab to test what it stores: Spring Data JDBC on one test database, and the components asked for.
public final class StorageContext implements AutoCloseable {
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();

    private StorageContext() {}

    public static StorageContext of(Database database, Class<?>... components) {
        var context = new StorageContext();
        context.spring.registerBean(DataSource.class, () -> pool(database));
        context.spring.register(Tables.class);
        if (components.length > 0) {
            context.spring.register(components);
        }
        context.spring.refresh();
        return context;
    }

    /// Connections are pooled, as the lab's are.
    private static DataSource pool(Database database) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.url());
        settings.setUsername(database.user());
        settings.setPassword(database.password());
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }

    public <T> T get(Class<T> component) {
        return spring.getBean(component);
    }

    public <T> ObjectProvider<T> all(Class<T> kind) {
        return spring.getBeanProvider(kind);
    }

    /// Adds an account, as every table of students' work refers to one.
    public UUID account() {
        UUID id = UUID.randomUUID();
        get(JdbcClient.class)
                .sql("insert into account (id, name, secret, created) values (:id, 'Guest', 's', :now)")
                .param("id", id)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return id;
    }

    @Override
    public void close() {
        spring.close();
    }

    @Configuration(proxyBeanMethods = false)
    @PropertySource("classpath:application.properties")
    static class Tables extends AbstractJdbcConfiguration {
        /// The one that application.properties names for both databases.
        @Override
        public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
            return JdbcPostgresDialect.INSTANCE;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        NamedParameterJdbcTemplate jdbcTemplate(DataSource source) {
            return new NamedParameterJdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }
}
