/// Who meets whom: rules, benefit, candidates, the optimum, its reasons and its proof.
@NullMarked
package org.counterpart.matching;

import org.jspecify.annotations.NullMarked;
