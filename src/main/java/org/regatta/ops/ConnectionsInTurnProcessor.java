package org.regatta.ops;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts {@link ConnectionsInTurn} in front of the application's pool, whoever asks for it. */
@Component
class ConnectionsInTurnProcessor implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new ConnectionsInTurn(pool) : bean;
    }
}
