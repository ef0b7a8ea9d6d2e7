package org.regatta.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets no query of the engine bring more into memory than a limit: it reads one more than that at most, and is then refused.
 * The engine's own limit holds only for who is signed in to the engine, and nobody is.
 */
final class BoundedQueries extends CommandInterceptor {

    private final int most;

    BoundedQueries(int most) {
        this.most = most;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query && query.getMaxResults() > most) {
            query.setMaxResults(most + 1);
        }
        var answer = next.execute(command);
        if (command instanceof AbstractQuery<?, ?> && answer instanceof List<?> results && results.size() > most) {
            throw new IllegalStateException("A query of the engine has more than " + most + " results: "
                    + command.getClass().getSimpleName() + ". Narrow it, or ask page by page.");
        }
        return answer;
    }
}
