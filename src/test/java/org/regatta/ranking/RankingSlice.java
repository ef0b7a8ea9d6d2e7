package org.regatta.ranking;

import static org.mockito.Mockito.mock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.FreshDatabase;
import org.regatta.identity.Access;
import org.regatta.identity.Relations;
import org.regatta.shared.DomainEvent;
import org.regatta.workflow.Processes;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Rankings, competitions and rubrics on a real database, without engine and web. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = RankingSlice.Beans.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@FreshDatabase
@interface RankingSlice {

    /** Events of this module. */
    final class Heard {
        final List<DomainEvent> events = new ArrayList<>();

        @EventListener
        void on(DomainEvent event) {
            events.add(event);
        }
    }

    /** Conflicts of everybody. */
    final class KnownConflicts implements Relations {
        Set<UUID> projects = Set.of();

        @Override
        public Set<UUID> conflicts(UUID personId, UUID competitionId) {
            return projects;
        }
    }

    /** No {@code @Configuration}: the whole application must not find it. */
    @Import(Access.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"org.regatta.ranking", "org.regatta.competition", "org.regatta.rubric"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.regatta\\.\\w+\\.(web|process).*|.*Test.*"))
    final class Beans {

        @Bean
        Clock clock() {
            return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)); // PostgreSQL keeps microseconds
        }

        /** Rounds take turns with the engine, which is not here. */
        @Bean
        Processes processes() {
            return mock();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        KnownConflicts knownConflicts() {
            return new KnownConflicts();
        }
    }
}
