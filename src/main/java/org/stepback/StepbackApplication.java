package org.stepback;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The lab's entry point: the server, its pages and its storage.
@SpringBootApplication
public class StepbackApplication {
    public static void main(String[] args) {
        SpringApplication.run(StepbackApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
