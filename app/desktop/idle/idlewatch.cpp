// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/idlewatch.h"

#include "desktop/idle/idlesource.h"
#include "desktop/idle/idlesources.h"

namespace hourpass {

IdleWatch::IdleWatch()
    : IdleWatch(idleSources())
{
}

IdleWatch::IdleWatch(Sources sources)
    : m_sources(std::move(sources))
{
}

// A search that has not ended is told its end, which must not begin the next one.
IdleWatch::~IdleWatch()
{
    const Sources ending = std::exchange(m_sources, {});
}

void IdleWatch::start()
{
    tryNext();
}

void IdleWatch::tryNext()
{
    if (m_next >= m_sources.size())
        return;
    IdleSource *source = m_sources[m_next++].get();
    source->find().then(this, [this, source](const Result<bool> &isThere) {
        if (isThere.value_or(false))
            use(source);
        else
            tryNext();
    });
}

void IdleWatch::use(IdleSource *source)
{
    m_found = source;
    connect(source, &IdleSource::idle, this, &IdleWatch::idle);
    if (m_span > Milliseconds::zero())
        source->watch(m_span);
    Q_EMIT availableChanged();
}

void IdleWatch::setSpan(Milliseconds span)
{
    if (span == m_span)
        return; // it would begin anew
    m_span = span;
    if (m_found)
        m_found->watch(span);
}

} // namespace hourpass
