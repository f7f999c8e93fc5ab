using System.Collections.Frozen;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>What LaTeX commands print, as far as letters go. Pure.</summary>
internal static class LatexCommands
{
    private const int MaxLength = 24;

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["varepsilon"] = "ε", ["zeta"] = "ζ",
        ["eta"] = "η", ["theta"] = "θ", ["vartheta"] = "θ", ["iota"] = "ι", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ",
        ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ", ["varrho"] = "ρ", ["sigma"] = "σ", ["varsigma"] = "ς",
        ["tau"] = "τ", ["upsilon"] = "υ", ["phi"] = "φ", ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
        ["Gamma"] = "γ", ["Delta"] = "δ", ["Theta"] = "θ", ["Lambda"] = "λ", ["Xi"] = "ξ", ["Pi"] = "π", ["Sigma"] = "σ",
        ["Upsilon"] = "υ", ["Phi"] = "φ", ["Psi"] = "ψ", ["Omega"] = "ω",
        ["ae"] = "æ", ["AE"] = "æ", ["oe"] = "œ", ["OE"] = "œ", ["aa"] = "å", ["AA"] = "å", ["o"] = "ø", ["O"] = "ø",
        ["l"] = "ł", ["L"] = "ł", ["ss"] = "ß", ["i"] = "i", ["j"] = "j", ["dh"] = "ð", ["th"] = "þ", ["dj"] = "đ", ["ell"] = "ℓ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Accents over the letter that follows, styles, sizes, spaces and signs: none of them prints a letter.
    private static readonly FrozenSet<string> Silent = FrozenSet.ToFrozenSet(
        [
            "c", "v", "u", "H", "k", "r", "b", "d", "t", "hat", "tilde", "bar", "vec", "dot", "ddot", "check", "breve", "acute", "grave",
            "widehat", "widetilde", "overline", "underline", "mathring",
            "text", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textsl", "textup", "textnormal", "emph", "it", "bf", "em",
            "rm", "sc", "tt", "sf", "sl", "mathrm", "mathbf", "mathcal", "mathbb", "mathit", "mathsf", "mathtt", "mathfrak", "mathscr",
            "boldsymbol", "bm", "pmb", "operatorname", "ensuremath", "mbox", "hbox", "displaystyle", "textstyle", "textsuperscript", "textsubscript",
            "left", "right", "big", "Big", "bigg", "Bigg", "large", "Large", "small", "quad", "qquad", "frac", "sqrt",
            "times", "cdot", "sim", "simeq", "approx", "equiv", "to", "rightarrow", "leftarrow", "Rightarrow", "leftrightarrow", "mapsto",
            "infty", "leq", "geq", "le", "ge", "ll", "gg", "pm", "mp", "in", "subset", "otimes", "oplus", "odot", "circ", "star", "ast",
            "partial", "nabla", "prime", "dagger", "ldots", "cdots", "dots", "ast", "perp", "parallel", "ne", "neq", "propto", "degree",
        ],
        StringComparer.Ordinal);

    /// <summary>The letters a command prints; its own name when it is none of the known ones.</summary>
    public static string Print(string command)
        => Letters.TryGetValue(command, out var letters) ? letters : Silent.Contains(command) ? "" : command;

    /// <summary>The name of the command whose backslash stands just before; empty where no letter follows.</summary>
    public static string At(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxLength && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
