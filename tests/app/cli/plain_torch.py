# SPDX-License-Identifier: MIT
"""As much of torch as a copied program with SGD asks for, over plain floats: PyTorch itself is not
needed to see that such a program repeats the walk."""
import contextlib
import math
import types


class Dual:
    """A number with its slope in the point that it was computed from."""

    def __init__(self, value, slope, point):
        self.value, self.slope, self.point = value, slope, point

    def _with(self, other, value, mine, theirs):
        slope = getattr(other, "slope", (0.0, 0.0))
        return Dual(value, tuple(mine * a + theirs * b for a, b in zip(self.slope, slope)),
                    self.point)

    def __add__(self, other):
        return self._with(other, self.value + float(other), 1, 1)

    def __sub__(self, other):
        return self._with(other, self.value - float(other), 1, -1)

    def __rsub__(self, other):
        return self._with(other, float(other) - self.value, -1, 1)

    def __mul__(self, other):
        return self._with(other, self.value * float(other), float(other), self.value)

    def __pow__(self, n):
        return self._with(0, self.value**n, n * self.value ** (n - 1), 0)

    def __truediv__(self, other):
        return self * (1 / other)

    def __neg__(self):
        return self * -1

    def __float__(self):
        return float(self.value)

    __radd__, __rmul__ = __add__, __mul__

    def item(self):
        return float(self.value)

    def backward(self):
        self.point.grad = Tensor(self.slope)


class Tensor:
    def __init__(self, values, dtype=None, requires_grad=False):
        if requires_grad and dtype is None and all(isinstance(v, int) for v in values):
            raise RuntimeError("Only Tensors of floating point can require gradients")
        self.values, self.grad = [float(v) for v in values], None

    def __getitem__(self, i):
        return Dual(self.values[i], (1.0 - i, float(i)), self)

    def _mapped(self, other, f):
        others = other.values if isinstance(other, Tensor) else [other] * 2
        return Tensor([f(a, b) for a, b in zip(self.values, others)])

    def __add__(self, other):
        return self._mapped(other, lambda a, b: a + b)

    def __mul__(self, other):
        return self._mapped(other, lambda a, b: a * b)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.values = (self + other).values
        return self

    def __isub__(self, other):
        self.values = (self + other * -1).values
        return self

    def detach(self):
        return Tensor(self.values)


class SGD:
    def __init__(self, points, lr, momentum=0, weight_decay=0):
        (self.p,) = points
        self.param_groups = [{"lr": lr}]
        self.momentum, self.decay, self.v = momentum, weight_decay, None

    def step(self):
        g = self.p.grad + self.p * self.decay
        self.v = g if self.v is None else self.v * self.momentum + g
        self.p -= self.v * self.param_groups[0]["lr"]


class LambdaLR:
    def __init__(self, optimizer, factor):
        self.group, self.factor, self.t = optimizer.param_groups[0], factor, -1
        self.rate = self.group["lr"]
        self.step()

    def step(self):
        self.t += 1
        self.group["lr"] = self.rate * self.factor(self.t)


def clip_by_norm(points, limit):
    for p in points:
        p.grad = p.grad * min(1, limit / (math.hypot(*p.grad.values) + 1e-6))


def clip_by_value(points, limit):
    for p in points:
        p.grad = Tensor([max(-limit, min(limit, g)) for g in p.grad.values])


def module():
    named = types.SimpleNamespace
    torch = types.ModuleType("torch")
    torch.tensor, torch.no_grad, torch.float64 = Tensor, contextlib.nullcontext, float
    torch.set_default_dtype = lambda _: None
    torch.sign = lambda t: Tensor([(a > 0) - (a < 0) for a in t.values])
    torch.optim = named(SGD=SGD, lr_scheduler=named(LambdaLR=LambdaLR))
    torch.nn = named(utils=named(clip_grad_norm_=clip_by_norm, clip_grad_value_=clip_by_value))
    return torch
