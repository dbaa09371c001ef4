"""How numba compiles a function that is only ever a part of others: translated, and then left to those.

Numba would optimise each function and turn it into machine code before another one takes it in, where all of
that is done once more. A sixth of the time that the engine takes to compile went there.
"""

from typing import Any

from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler
from numba.core.compiler_machinery import register_pass
from numba.core.typed_passes import NativeLowering

_compiler: Any = Compiler
_library: Any = JITCodeLibrary
_lowering: Any = NativeLowering
_registered: Any = register_pass


class _Part(_library):  # type: ignore[misc]
    """The code of one function, to be linked into others as it is."""

    def _optimize_final_module(self) -> None:
        """Left to the function that takes this one in."""

    def _finalize_final_module(self) -> None:
        self._finalized = True


@_registered(mutates_CFG=True, analysis_only=False)
class _TranslateOnly(_lowering):  # type: ignore[misc]
    """The last step of compiling, without an executable at its end."""

    _name = "translate_only"

    def run_pass(self, state: Any) -> bool:
        """Translate, and tell numba where the part is found."""
        state.library = _Part(state.targetctx.codegen(), state.func_id.func_qualname)
        super().run_pass(state)
        found_by: Any = [].append  # numba files code under something built in; this one is never called
        state.targetctx.insert_user_function(found_by, state["cr"].fndesc, [state.library])
        state["cr"] = state["cr"]._replace(cfunc=found_by)
        return True


class PartOfOthers(_compiler):  # type: ignore[misc]
    """Numba's compiler for functions that nobody calls but compiled ones."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        flags = self.state.flags
        flags.no_compile = flags.no_cpython_wrapper = flags.no_cfunc_wrapper = True

    def define_pipelines(self) -> list[Any]:
        """Numba's own steps but the last."""
        (steps,) = super().define_pipelines()
        steps.add_pass_after(_TranslateOnly, _lowering)
        steps.passes = [step for step in steps.passes if step[0] is not _lowering]
        steps.finalize()
        return [steps]
