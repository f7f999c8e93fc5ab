using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Rules;

/// <summary>Decides what each sentence does, from its cues, its place and its neighbours.</summary>
internal static class RoleRules
{
    public const int Roles = 5;

    private const double CueScale = 0.7;
    private const double PlaceScale = 0.7;
    private const double NeighbourScale = 0.8;

    // A sentence that names the own method is this much less likely to be background.
    private const double OwnNameIsBackground = 0.25;

    // Share of the roles by place, counted over the training part of csabstruct: first sentence, four quarters, last.
    private static readonly double[,] Places =
    {
        { 0.83, 0.12, 0.03, 0.01, 0.01 },
        { 0.66, 0.16, 0.16, 0.01, 0.01 },
        { 0.29, 0.19, 0.45, 0.06, 0.01 },
        { 0.07, 0.09, 0.56, 0.26, 0.02 },
        { 0.04, 0.05, 0.34, 0.52, 0.05 },
        { 0.02, 0.04, 0.14, 0.70, 0.10 },
    };

    // How much likelier than by chance the second role follows the first (rows), counted over the same.
    private static readonly double[,] Neighbours =
    {
        { 1.80, 1.66, 0.69, 0.25, 0.28 },
        { 0.31, 1.64, 1.70, 0.57, 0.49 },
        { 0.11, 0.34, 1.79, 1.53, 0.61 },
        { 0.08, 0.30, 0.43, 2.70, 3.00 },
        { 0.50, 0.30, 0.40, 0.45, 6.00 },
    };

    private static readonly double[,] PlaceLogs = Map(Places, share => PlaceScale * Math.Log(share));
    private static readonly double[,] Follows = Map(Neighbours, ratio => Math.Pow(ratio, NeighbourScale));

    /// <summary>Probabilities of the roles, one row a sentence, in the order of <see cref="SentenceRole"/>.</summary>
    /// <remarks>Forward and backward over the sentences, so a cue also speaks for its neighbours.</remarks>
    /// <param name="text">The abstract.</param>
    /// <param name="namesOwn">Which sentences name what the paper introduces.</param>
    public static double[][] Probabilities(TokenizedText text, bool[] namesOwn)
    {
        var count = text.Sentences.Count;
        var alone = new double[count][];
        for (var i = 0; i < count; i++)
        {
            alone[i] = Alone(text.TokensOf(i), Place(i, count), namesOwn[i]);
        }

        var result = Forward(alone);
        MultiplyBackward(alone, result);
        return result;
    }

    private static double[] Alone(ReadOnlySpan<Token> tokens, int place, bool namesOwn)
    {
        var scores = new double[Roles];
        for (var role = 0; role < Roles; role++)
        {
            scores[role] = Math.Exp((CueScale * Math.Min(12, Lexicon.Roles[role].Sum(tokens))) + PlaceLogs[place, role]);
        }

        scores[(int)SentenceRole.Background] *= namesOwn ? OwnNameIsBackground : 1;
        Normalise(scores);
        return scores;
    }

    private static int Place(int index, int count)
        => index == 0 ? 0 : index == count - 1 ? 5 : 1 + (4 * index / count);

    private static double[][] Forward(double[][] alone)
    {
        var result = new double[alone.Length][];
        for (var i = 0; i < alone.Length; i++)
        {
            result[i] = [.. alone[i]];
            for (var role = 0; i > 0 && role < Roles; role++)
            {
                var sum = 0.0;
                for (var before = 0; before < Roles; before++)
                {
                    sum += result[i - 1][before] * Follows[before, role];
                }

                result[i][role] *= sum;
            }

            Normalise(result[i]);
        }

        return result;
    }

    private static void MultiplyBackward(double[][] alone, double[][] result)
    {
        var message = new double[Roles];
        Array.Fill(message, 1.0);
        var next = new double[Roles];
        for (var i = alone.Length - 2; i >= 0; i--)
        {
            for (var role = 0; role < Roles; role++)
            {
                next[role] = 0;
                for (var after = 0; after < Roles; after++)
                {
                    next[role] += Follows[role, after] * alone[i + 1][after] * message[after];
                }
            }

            Normalise(next);
            (message, next) = (next, message);
            for (var role = 0; role < Roles; role++)
            {
                result[i][role] *= message[role];
            }

            Normalise(result[i]);
        }
    }

    private static double[,] Map(double[,] table, Func<double, double> map)
    {
        var result = new double[table.GetLength(0), Roles];
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var role = 0; role < Roles; role++)
            {
                result[row, role] = map(table[row, role]);
            }
        }

        return result;
    }

    private static void Normalise(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
