// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The server: one Spring context over the modules beside this class. The command line decides whether it is needed at
/// all.
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        org.springframework.boot.SpringApplication.run(Application.class, arguments);
    }
}
