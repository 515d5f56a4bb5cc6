# Completion of chancery for bash: commands, their options, values where they are few.
#
# Options are asked of `chancery COMMAND --help`, so that they are those of the program that is
# there.
#
# SPDX-License-Identifier: Apache-2.0

_chancery() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} words=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        words=$("$program" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$words help --help --version" -- "$word")
        return
    fi
    case $before in
    -a | --archive) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --data) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    -f | --format)
        words='text json'
        [ "$command" = export ] && words='ndjson csv'
        [ "$command" = parse ] && words='conllu json'
        [ "$command" = pair ] && words=json
        ;;
    --status) words='occurred future hypothetical negated historical' ;;
    --event)
        words='AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN
            PROTEST SANCTION MOBILIZE COERCE ASSAULT'
        ;;
    -j | --jobs | -n | --limit | -p | --published | --from | --until | --min-confidence | --date)
        return
        ;;
    kb) words='show resolve check add remove learn stats' ;;
    codebook) words='check test show diff trace add remove' ;;
    help) words=$("$program" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p') ;;
    esac
    case $word in
    -*) words=$("$program" "$command" --help 2>/dev/null | grep -oE -- '--[a-z-]+' | sort -u) ;;
    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
        return
    fi
    case $command in
    read | pair | parse | check | explain | kb | codebook) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    esac
}

complete -o filenames -F _chancery chancery
