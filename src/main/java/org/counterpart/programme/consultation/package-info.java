/// What people who took part in earlier programmes said of them before a new one begins (R63).
@NamedInterface("consultation")
@NullMarked
package org.counterpart.programme.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
