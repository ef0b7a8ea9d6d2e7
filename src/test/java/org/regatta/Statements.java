package org.regatta;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells which SQL a piece of work sends through Spring's JDBC on the thread it runs on. */
public final class Statements {

    private static final String EXECUTING = "Executing prepared SQL statement [";

    private Statements() {}

    /** The statements {@code work} sends, in their order. */
    public static synchronized List<String> of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var level = logger.getLevel();
        var additive = logger.isAdditive();
        var ear = new Ear(Thread.currentThread().getName());
        ear.start();
        logger.addAppender(ear);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setAdditive(additive);
            logger.setLevel(level);
            logger.detachAppender(ear);
        }
        return List.copyOf(ear.heard);
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final String thread;
        private final List<String> heard = new ArrayList<>();

        Ear(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            var message = event.getFormattedMessage();
            if (event.getThreadName().equals(thread) && message.startsWith(EXECUTING)) {
                heard.add(message.substring(EXECUTING.length(), message.length() - 1));
            }
        }
    }
}
